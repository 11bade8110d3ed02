import type { ComponentChildren } from 'preact'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice, Title } from '../../client/shown.tsx'
import { Changes } from './changes.tsx'
import { Dates } from './dates.tsx'
import { Dialogue } from './dialogue.tsx'
import { Harm } from './harm.tsx'
import { type OpenedVisit, rostersOf } from './open.ts'
import { WriteMessage } from './write-message.tsx'

interface OpenedProps {
  opened: OpenedVisit
  refreshing: boolean
  trouble?: string
  onRefresh: () => void
  onHarm: () => void
}

/** What the holder of a receipt sees: how it stands, both clocks, who reads, what was said. */
export function Opened({ opened, refreshing, trouble, onRefresh, onHarm }: OpenedProps) {
  const { t } = useReading()
  const { visit } = opened
  const rosters = rostersOf(opened)
  const canWrite = rosters.ok && visit.holders.length > 0
  return (
    <>
      <Title text={t.visit.yours} />
      <section class="promise sealed">
        <p class="promise-words">
          <strong class="promise-date">{t.visit.stages[visit.stage]}</strong>
        </p>
        {visit.outcome && <p class="promise-left">{t.visit.outcomes[visit.outcome]}</p>}
        <Dates visit={visit} />
      </section>
      {rosters.ok ? (
        <Changes {...rosters.value} holders={visit.holders} />
      ) : (
        <Notice kind="warning">{t.visit.roster.unknown}</Notice>
      )}
      <IdentityNotice identity={visit.identity} />
      <Part title={t.visit.dialogue.title}>
        <Dialogue opened={opened} canWrite={canWrite} onSent={onRefresh} />
        {refreshing ? (
          <Doing text={t.visit.opening.asking} />
        ) : (
          <Act kind="quiet" compact onAct={onRefresh}>
            {t.visit.refresh}
          </Act>
        )}
        <div role="alert">{trouble && <p class="error">{trouble}</p>}</div>
      </Part>
      {canWrite && (
        <Part title={t.visit.write.title}>
          <WriteMessage opened={opened} onSent={onRefresh} />
        </Part>
      )}
      <Part title={t.visit.harm.title}>
        <Harm opened={opened} canWrite={canWrite} onSent={onRefresh} onHarm={onHarm} />
      </Part>
    </>
  )
}

export const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="aside">
    <h2>{title}</h2>
    {children}
  </section>
)

function IdentityNotice({ identity }: { identity: OpenedVisit['visit']['identity'] }) {
  const { t, sayDay } = useReading()
  if (!identity.kept) return null
  const { identity: say } = t.visit
  const { requestedOn, releasedOn } = identity
  return (
    <Notice kind={requestedOn ? 'warning' : 'sealed'} title={say.title}>
      {!requestedOn && <p>{say.kept}</p>}
      {requestedOn && <p>{say.requested(sayDay(requestedOn))}</p>}
      {releasedOn && <p>{say.released(sayDay(releasedOn))}</p>}
    </Notice>
  )
}
