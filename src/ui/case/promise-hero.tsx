import type { ComponentChildren } from 'preact'
import { formatDay, formatHijri, inDigits, type When, type Words } from '#words'
import type { Examples } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'
import { Bar } from './bar.tsx'
import { type PromiseState, STATE_ICON } from './state.ts'

export interface PromiseHeroProps {
  state: PromiseState
  /** The promised day; once done, the day of the answer. */
  date: When
  /** Working days until the promised day, or since it when late. Not shown once done. */
  days?: number
  /** Who has the case now; once done, who answered. */
  holder?: string
  /** How much of the promised time has passed, 0 to 1. */
  elapsed?: number
  /** Who reads: the resident is promised, staff owe. */
  told?: 'resident' | 'staff'
  /** What is owed to the resident: staff see whether it is the answer or the decision on an objection to it. */
  about?: 'answer' | 'objection'
  /** The promise is the heading of the page, as on a resident's case. */
  heading?: boolean
  /** What happens next, in a sentence. */
  children?: ComponentChildren
}

/** The first thing on every page about a case: the promised day in words, who has it, how much time is left. */
export function PromiseHero({
  state,
  date,
  days,
  holder,
  elapsed,
  told,
  about,
  heading,
  children,
}: PromiseHeroProps) {
  const reader = useReader()
  const { ui } = useWords()
  const { promise } = ui
  const done = state === 'done'
  const Title = heading ? 'h1' : 'h2'
  const voice = told === 'staff' ? promise.staff : promise
  const { answerBy, wasDue } = about === 'objection' ? objection(promise.staff) : voice
  const lead = done ? voice.answeredOn : state === 'late' ? wasDue : answerBy
  return (
    <section class={`promise ${state}`}>
      <p class="promise-state">
        <Icon name={STATE_ICON[state]} />
        {ui.states[state]}
      </p>
      <Title class="promise-words">
        <span class="promise-lead">{lead}</span> <span class="promise-date">{formatDay(reader, date)}</span>
      </Title>
      {reader.hijri && <p class="promise-hijri">{formatHijri(reader, date)}</p>}
      {!done && days !== undefined && (
        <p class="promise-left">
          {inDigits(reader, state === 'late' ? promise.over(days) : promise.left(days))}
        </p>
      )}
      {!done && elapsed !== undefined && (
        <Bar
          share={elapsed}
          label={inDigits(reader, promise.elapsed(Math.round(Math.min(elapsed, 1) * 100)))}
        />
      )}
      {holder && (
        <p class="promise-holder">
          <Icon name="building" />
          <span>
            {done ? voice.handled : voice.withNow} <strong>{holder}</strong>
          </span>
        </p>
      )}
      {children && <div class="promise-next">{children}</div>}
    </section>
  )
}

const objection = ({ decideBy, wasToDecide }: Words['ui']['promise']['staff']) => ({
  answerBy: decideBy,
  wasDue: wasToDecide,
})

const works = ['وزارة الأشغال العامة', 'Ministry of Public Works'] as const
const day = Temporal.PlainDate.from('2026-11-26')

export const examples: Examples = {
  'on time': (say) => (
    <PromiseHero state="on-time" date={day} days={4} elapsed={0.4} holder={say(...works)}>
      <p>
        {say(
          'تدرس الوزارة طلبك الآن. سنخبرك عند كل خطوة.',
          'The ministry is working on your case. We tell you at every step.',
        )}
      </p>
    </PromiseHero>
  ),
  soon: (say) => <PromiseHero state="soon" date={day} days={1} elapsed={0.9} holder={say(...works)} />,
  late: (say) => (
    <PromiseHero state="late" date={day} days={3} elapsed={1} holder={say(...works)}>
      <p>
        {say(
          'نعتذر عن التأخير. رُفع طلبك إلى رئيس الجهة.',
          'We are sorry. Your case has gone up to the head of the entity.',
        )}
      </p>
    </PromiseHero>
  ),
  'late, told to staff': (say) => (
    <PromiseHero state="late" date={day} days={3} elapsed={1} holder={say(...works)} told="staff" />
  ),
  'an objection, told to staff': (say) => (
    <PromiseHero
      state="on-time"
      date={day}
      days={4}
      holder={say('المكتب المركزي', 'Central office')}
      told="staff"
      about="objection"
    />
  ),
  done: (say) => <PromiseHero state="done" date={day} holder={say(...works)} />,
  paused: (say) => (
    <PromiseHero
      state="paused"
      date={day}
      days={6}
      elapsed={0.3}
      holder={say('أنت: ننتظر جوابك', 'you: we are waiting for your answer')}
    />
  ),
}
