import { staffNames } from '#people'
import {
  CLIMBING,
  type Climbing,
  type KeptRung,
  type LadderChange,
  ladderChanges,
  listLadder,
} from '#promises'
import { LinkButton, Notice, Section, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatList } from '#words'
import { momentOf } from '../../desk/explain/moment.ts'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'

export async function listOfLadder(c: Admin) {
  const { db } = c.var.tools
  const [rungs, changes] = [await listLadder(db), await ladderChanges(db)]
  const people = [...rungs, ...changes].flatMap(({ changedBy }) => changedBy ?? [])
  return html(c, <Ladder c={c} rungs={rungs} changes={changes} names={await staffNames(db, people)} />)
}

interface LadderProps {
  c: Admin
  rungs: readonly KeptRung[]
  changes: readonly LadderChange[]
  names: ReadonlyMap<string, string>
}

/** Every clock with its rungs, the first to be climbed first. */
function Ladder({ c, rungs, changes, names }: LadderProps) {
  const { time } = useWords()
  const { ladder } = time
  const link = useLink()
  const acts = (
    <LinkButton href={link('/admin/ladder/rung')} icon="plus">
      {ladder.add}
    </LinkButton>
  )
  return (
    <AdminPage c={c} place="ladder" title={ladder.title} lead={ladder.lead} acts={acts}>
      {CLIMBING.map((clock) => (
        <OfClock
          key={clock}
          clock={clock}
          rungs={rungs.filter((rung) => rung.clock === clock)}
          names={names}
        />
      ))}
      <Notice>
        <p>{ladder.told}</p>
      </Notice>
      {changes.length > 0 && <Changes changes={changes} names={names} />}
    </AdminPage>
  )
}

interface OfClockProps extends Pick<LadderProps, 'rungs' | 'names'> {
  clock: Climbing
}

function OfClock({ clock, rungs, names }: OfClockProps) {
  const words = useWords()
  const { ladder } = words.time
  const reader = useReader()
  const link = useLink()
  const title = words.cases.clocks[clock].name
  return (
    <Section title={title} id={clock}>
      {rungs.length === 0 && <p class="hint">{ladder.none}</p>}
      {rungs.length > 0 && (
        <Table
          caption={title}
          rows={rungs}
          rowKey={({ id }) => id}
          rowHref={({ id }) => link(`/admin/ladder/rung?${new URLSearchParams({ id })}`)}
          columns={[
            {
              key: 'moment',
              label: ladder.moment,
              header: true,
              wide: true,
              cell: ({ at }) => momentOf(at, words, reader),
            },
            { key: 'tells', label: ladder.tells, cell: ({ tells }) => <Told tells={tells} /> },
            { key: 'state', label: ladder.state, cell: ({ active }) => <State active={active} /> },
            { key: 'changed', label: ladder.changed, cell: (rung) => <Changed rung={rung} names={names} /> },
          ]}
        />
      )}
    </Section>
  )
}

function Told({ tells }: { tells: readonly string[] }) {
  const { cases } = useWords()
  const roles = tells.map((role) => cases.roles[role as keyof typeof cases.roles] ?? role)
  return <>{formatList(useReader(), roles)}</>
}

function State({ active }: { active: boolean }) {
  const { ladder } = useWords().time
  return active ? (
    <Tag state="on-time" icon="check">
      {ladder.active}
    </Tag>
  ) : (
    <Tag icon="pause">{ladder.off}</Tag>
  )
}

function Changed({ rung: { changedAt, changedBy }, names }: { rung: KeptRung } & Pick<LadderProps, 'names'>) {
  const { fields } = useWords().admin
  return (
    <small class="soft">
      {changedBy ? (
        <>
          <Time at={changedAt} as="date" /> · {names.get(changedBy)}
        </>
      ) : (
        fields.itself
      )}
    </small>
  )
}

/** What was changed by hand, the latest first. */
function Changes({ changes, names }: Pick<LadderProps, 'changes' | 'names'>) {
  const words = useWords()
  const { ladder } = words.time
  const reader = useReader()
  return (
    <Section title={ladder.history} id="changes">
      <Table
        caption={ladder.history}
        rows={changes}
        rowKey={({ changeId }) => changeId}
        columns={[
          { key: 'when', label: ladder.when, header: true, cell: ({ changedAt }) => <Time at={changedAt} /> },
          {
            key: 'what',
            label: ladder.what,
            wide: true,
            cell: ({ clock, at, tells }) => (
              <>
                {words.cases.clocks[clock].name} · {momentOf(at, words, reader)} · <Told tells={tells} />
              </>
            ),
          },
          { key: 'state', label: ladder.state, cell: ({ active }) => <State active={active} /> },
          { key: 'who', label: ladder.who, cell: ({ changedBy }) => names.get(changedBy ?? '') ?? '–' },
        ]}
      />
    </Section>
  )
}
