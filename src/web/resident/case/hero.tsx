import { CLOCK_HOLDER } from '#cases'
import { Notice, PromiseHero } from '#ui'
import { formatDay } from '#words'
import type { Shown } from './own.ts'

/** Where the case stands: the promised day, who has it, what happens next. */
export function Hero({ view, directory, reader, t, sealed }: Shown) {
  const { state, days, elapsed, late: past } = view
  const { page } = t.follow
  if (sealed) return <SealedAway t={t} go={sealed} />
  if (state.stage === 'closed' && !state.answeredAt) return <EndedWithoutAnswer {...{ view, reader, t }} />
  const entity = directory.entity(state.entity)
  const answered = entity?.name[reader.locale] ?? centre({ directory, reader, t })
  if (state.answeredAt && state.stage !== 'objected')
    return <PromiseHero heading state="done" date={state.answeredAt} holder={answered} />

  const waitsFor = state.clock ? CLOCK_HOLDER[state.clock] : 'central'
  const holder =
    waitsFor === 'resident'
      ? page.you
      : waitsFor === 'central'
        ? centre({ directory, reader, t })
        : entity?.name[reader.locale]
  const told = state.clock && state.clock !== 'objection-window' ? page.told[state.clock] : undefined
  if (state.stage === 'objected')
    return (
      <PromiseHero heading state="on-time" date={state.clockDue ?? state.answerBy} holder={holder}>
        <p>{told}</p>
      </PromiseHero>
    )
  const late = past !== undefined
  return (
    <PromiseHero
      heading
      state={late ? 'late' : days <= 1 || elapsed >= SOON ? 'soon' : 'on-time'}
      date={state.answerBy}
      days={past ?? days}
      elapsed={elapsed}
      holder={holder}
    >
      {late && <p>{page.late}</p>}
      {told && <p>{told}</p>}
      {state.extended && <p>{page.movedDate}</p>}
    </PromiseHero>
  )
}

/** The central office, and the entity that houses it: people know it by that name. */
export function centre({ directory, reader, t }: Pick<Shown, 'directory' | 'reader' | 't'>): string {
  const { centre: office, centreIn } = t.follow.page
  const name = directory.central?.name[reader.locale] ?? office
  return name === office ? office : centreIn(name)
}

/** Where the ladder gives its first warning. */
const SOON = 0.8

/** It was moved unread: what happened to it, and where to go on. */
export function SealedAway({ t, go }: Pick<Shown, 't'> & { go: { code: string; href: string } }) {
  const { page } = t.follow
  return (
    <>
      <h1>{page.title}</h1>
      <Notice kind="sealed" title={page.sealed}>
        <p>{page.sealedText}</p>
        <p>{page.sealedNext(go.code)}</p>
        <p>
          <a href={go.href}>{page.sealedGo}</a>
        </p>
      </Notice>
    </>
  )
}

function EndedWithoutAnswer({ view: { state }, reader, t }: Pick<Shown, 'view' | 'reader' | 't'>) {
  const { page } = t.follow
  const lapsed = state.outcome === 'no-answer'
  return (
    <>
      <h1>{page.title}</h1>
      <Notice title={lapsed ? page.unanswered : page.withdrawn}>
        {state.closedAt && <p>{formatDay(reader, state.closedAt)}</p>}
        {lapsed && <p>{page.unansweredNext}</p>}
      </Notice>
    </>
  )
}
