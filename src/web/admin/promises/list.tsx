import type { Directory } from '#entities'
import { staffNames } from '#people'
import { listPromises, type PromiseBook, type PromiseInForce, type RequestType } from '#promises'
import { LinkButton, Notice, Table, Tabs, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber, formatPercent } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { Narrow } from '../narrow.tsx'
import { asked } from '../read.ts'
import { answeredBy, calendarFor, holdsFor, isRequestType, REQUEST_TYPES, rowsOf } from './rows.ts'

export async function listOfPromises(c: Admin) {
  const { tools } = c.var
  const type = asked(c, 'type')
  const inForce = await listPromises(tools.db)
  const by = inForce.flatMap(({ createdBy }) => createdBy ?? [])
  return html(
    c,
    <Promises
      c={c}
      type={isRequestType(type) ? type : 'complaint'}
      inForce={inForce}
      directory={await tools.directory()}
      book={await tools.book()}
      names={await staffNames(tools.db, by)}
    />,
  )
}

interface PromisesProps {
  c: Admin
  type: RequestType
  inForce: readonly PromiseInForce[]
  directory: Directory
  book: PromiseBook
  names: ReadonlyMap<string, string>
}

function Promises(props: PromisesProps) {
  const { admin, common } = useWords()
  const { promises } = admin
  const link = useLink()
  const { c, type, inForce } = props
  const acts = (
    <>
      <LinkButton href={link(`/admin/promises/set?type=${type}`)} icon="plus">
        {promises.add}
      </LinkButton>
      <LinkButton href={link('/admin/promises/history')} kind="quiet">
        {promises.history}
      </LinkButton>
    </>
  )
  const tabs = REQUEST_TYPES.map((each) => ({
    href: link(`/admin/promises?type=${each}`),
    label: common.types[each],
    count: inForce.filter((rule) => rule.type === each).length,
    current: each === type,
  }))
  return (
    <AdminPage c={c} place="promises" title={promises.title} lead={promises.lead} acts={acts}>
      <Tabs label={promises.types} tabs={tabs} />
      <Rules {...props} />
      <Notice>
        <p>{promises.told}</p>
      </Notice>
    </AdminPage>
  )
}

function Rules({ c, type, inForce, directory, book, names }: PromisesProps) {
  const words = useWords()
  const { promises, fields } = words.admin
  const reader = useReader()
  const link = useLink()
  const now = c.var.tools.clock.now()
  const nameOf = (rule: Parameters<typeof holdsFor>[0]) => holdsFor(rule, directory, reader.locale, words)
  return (
    <Table
      caption={words.common.types[type]}
      rows={rowsOf(type, inForce, book, nameOf, reader.locale)}
      rowKey={({ id }) => id}
      rowHref={({ category = '', entity = '' }) =>
        link(`/admin/promises/set?${new URLSearchParams({ type, category, entity })}`)
      }
      columns={[
        {
          key: 'for',
          label: promises.holdsFor,
          header: true,
          wide: true,
          cell: nameOf,
        },
        {
          key: 'days',
          label: promises.days,
          cell: ({ workingDays }) => words.common.workingDays(workingDays),
        },
        {
          key: 'share',
          label: promises.share,
          cell: (rule) => (
            <>
              <Narrow label={promises.share} />
              <Share of={rule.secondReviewShare} />
            </>
          ),
        },
        {
          key: 'example',
          label: promises.example,
          cell: (rule) => {
            const due = answeredBy(rule, calendarFor(rule, { directory, book }), now)
            return (
              <>
                <Narrow label={promises.example} />
                {due ? <Time at={due} as="day" /> : fields.nothing}
              </>
            )
          },
        },
        {
          key: 'since',
          label: promises.since,
          cell: ({ validFrom, createdBy, version }) =>
            validFrom ? (
              <>
                <Time at={validFrom} as="date" /> · {(createdBy && names.get(createdBy)) ?? fields.itself} ·{' '}
                {fields.version} {formatNumber(reader, version)}
              </>
            ) : (
              <Tag icon="question">{promises.builtIn}</Tag>
            ),
        },
      ]}
    />
  )
}

/** How many replies a second person must release. */
export function Share({ of }: { of: number }) {
  const { promises } = useWords().admin
  const reader = useReader()
  if (of === 100) return <>{promises.shareAll}</>
  return <>{of === 0 ? promises.shareNone : promises.shareOf(formatPercent(reader, of / 100))}</>
}
