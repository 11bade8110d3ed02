import type { Directory } from '#entities'
import { staffNames } from '#people'
import { type PastPromise, promiseHistory } from '#promises'
import { Table, Tag, Time, useReader, useWords } from '#ui'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { Share } from './list.tsx'
import { holdsFor } from './rows.ts'

export async function historyOfPromises(c: Admin) {
  const { tools } = c.var
  const past = await promiseHistory(tools.db)
  const people = past.flatMap(({ createdBy, endedBy }) => [createdBy ?? [], endedBy ?? []].flat())
  const names = await staffNames(tools.db, people)
  return html(c, <History c={c} past={past} names={names} directory={await tools.directory()} />)
}

interface HistoryProps {
  c: Admin
  past: readonly PastPromise[]
  names: ReadonlyMap<string, string>
  directory: Directory
}

function History({ c, past, names, directory }: HistoryProps) {
  const words = useWords()
  const { promises, fields } = words.admin
  const { locale } = useReader()
  const who = (id: string | null) => (id && names.get(id)) ?? fields.itself
  return (
    <AdminPage
      c={c}
      place="promises"
      title={promises.history}
      lead={promises.historyLead}
      back="/admin/promises"
    >
      <Table
        caption={promises.history}
        rows={past}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'for',
            label: promises.holdsFor,
            header: true,
            wide: true,
            cell: (rule) => `${words.common.types[rule.type]} · ${holdsFor(rule, directory, locale, words)}`,
          },
          { key: 'days', label: promises.days, cell: (rule) => words.common.workingDays(rule.workingDays) },
          { key: 'share', label: promises.share, cell: (rule) => <Share of={rule.secondReviewShare} /> },
          { key: 'version', label: fields.version, cell: ({ version }) => version },
          { key: 'since', label: promises.since, cell: ({ validFrom }) => <Time at={validFrom} as="date" /> },
          { key: 'who', label: fields.who, cell: ({ createdBy }) => who(createdBy) },
          { key: 'until', label: promises.until, cell: (rule) => <Until rule={rule} who={who} /> },
        ]}
      />
    </AdminPage>
  )
}

function Until({ rule: { validTo, endedBy }, who }: { rule: PastPromise; who: (id: string) => string }) {
  const { promises } = useWords().admin
  if (!validTo)
    return (
      <Tag icon="check" state="on-time">
        {promises.inForce}
      </Tag>
    )
  return (
    <>
      <Time at={validTo} as="date" />
      {endedBy && ` · ${promises.endedBy} ${who(endedBy)}`}
    </>
  )
}
