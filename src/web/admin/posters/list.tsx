import { type Directory, endPoster, type KeptPoster, listPosters } from '#entities'
import { yes } from '#kernel'
import {
  Actions,
  Button,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Table,
  Tag,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatNumber, otherLocale } from '#words'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { Narrow } from '../narrow.tsx'
import { asked } from '../read.ts'

interface Kept {
  posters: KeptPoster[]
  directory: Directory
}

/** Every poster with what came by it; sent, it ends one. */
export const posters = formPage<Kept>({
  find: async (c) => ({
    posters: await listPosters(c.var.tools),
    directory: await c.var.tools.directory(),
  }),
  async act(form, _, c) {
    const ended = await endPoster(c.var.tools, c.var.officer, form.text('poster'))
    return ended.ok ? yes('/admin/posters?ended=1') : ended
  },
  draw: (kept, form, c) => <Posters c={c} form={form} kept={kept} />,
})

function Posters({ c, form, kept }: { c: Admin; form: Filled; kept: Kept }) {
  const { posters: t } = useWords().admin
  const link = useLink()
  const add = (
    <LinkButton href={link('/admin/posters/new')} icon="plus">
      {t.add}
    </LinkButton>
  )
  return (
    <AdminPage c={c} place="posters" title={t.title} lead={t.lead} acts={add} form={form}>
      {asked(c, 'ended') && <Notice kind="done" title={t.done} />}
      {kept.posters.length === 0 ? (
        <EmptyState icon="print" title={t.none}>
          <p>{t.noneHint}</p>
        </EmptyState>
      ) : (
        <PosterTable kept={kept} />
      )}
    </AdminPage>
  )
}

const COUNTED = ['scans', 'cases', 'open', 'answered', 'solved'] as const

function PosterTable({ kept: { posters: all, directory } }: { kept: Kept }) {
  const { posters: t } = useWords().admin
  const reader = useReader()
  const { locale } = reader
  const say = (count: number) => formatNumber(reader, count)
  const counted = (
    key: (typeof COUNTED)[number],
    { scans, cases, open, late, answered, onTime, rated, solved }: KeptPoster,
  ): string =>
    ({
      scans: say(scans),
      cases: say(cases),
      open: open === 0 ? '—' : t.openLate(say(open), late, say(late)),
      answered: answered === 0 ? '—' : t.ofThem(say(onTime), say(answered)),
      solved: rated === 0 ? '—' : t.ofThem(say(solved), say(rated)),
    })[key]
  const fills = ({ entityId, categoryId, placeId }: KeptPoster) =>
    [directory.entity(entityId), directory.category(categoryId), directory.place(placeId)]
      .flatMap((one) => one?.name[locale] ?? [])
      .join(' · ')
  return (
    <Table
      caption={t.title}
      rows={all}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'label',
          label: t.label,
          header: true,
          wide: true,
          cell: (poster) => <Where poster={poster} />,
        },
        { key: 'fills', label: t.fills, wide: true, cell: fills },
        ...COUNTED.map((key) => ({
          key,
          label: t[key],
          number: key === 'scans' || key === 'cases',
          cell: (poster: KeptPoster) => (
            <>
              <Narrow label={t[key]} />
              {counted(key, poster)}
            </>
          ),
        })),
        { key: 'print', label: t.print, cell: (poster) => <Acts poster={poster} /> },
      ]}
    />
  )
}

/** Where it hangs, and since when. */
function Where({ poster: { label, madeAt } }: { poster: KeptPoster }) {
  const { posters: t } = useWords().admin
  return (
    <>
      <bdi>{label}</bdi>
      <br />
      <span class="hint">
        {t.made} <Time at={madeAt} as="date" />
      </span>
    </>
  )
}

function Acts({ poster: { code, endedAt } }: { poster: KeptPoster }) {
  const { posters: t } = useWords().admin
  const { locale } = useReader()
  if (endedAt) return <Tag state="done">{t.ended}</Tag>
  return (
    <Form>
      <Actions>
        {[locale, otherLocale(locale)].map((language) => (
          <LinkButton small kind="quiet" key={language} href={`/${language}/admin/posters/${code}/paper`}>
            {t.printIn[language]}
          </LinkButton>
        ))}
        <Button small kind="plain" name="poster" value={code}>
          {t.end}
        </Button>
      </Actions>
    </Form>
  )
}
