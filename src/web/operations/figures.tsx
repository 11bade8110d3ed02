import type { ComponentChildren } from 'preact'
import { LEVELS, SOON_HOURS } from '#insight'
import { Icon, type IconName, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { addressesOf } from './address.ts'
import { Leads } from './leads.tsx'
import type { PartProps } from './part.ts'
import { PartHead } from './part-head.tsx'

export function AsOf({ board: { at } }: PartProps) {
  const { operations } = useWords()
  return (
    <>
      {operations.asOfLabel} <Time at={at} />
    </>
  )
}

export function Now({ board }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const lists = addressesOf(board, reader.zone)
  const { received, answered, open, overdue, expected } = board
  const said = (n: number) => formatNumber(reader, Math.round(n))
  return (
    <dl class="wall-figures">
      <Figure label={operations.today} icon="inbox" n={received} href={lists.today('received')}>
        {expected
          ? operations.expected(said(expected.todayLow), said(expected.todayHigh))
          : operations.unexpected}
      </Figure>
      <Figure label={operations.answeredToday} icon="check" n={answered} href={lists.today('answered')} />
      <Figure label={operations.open} icon="list" n={open} href={lists.standing('open')} />
      <Figure
        label={operations.overdue}
        icon="alert"
        n={overdue}
        href={lists.standing('overdue')}
        state={overdue > 0 ? 'late' : undefined}
      />
    </dl>
  )
}

interface FigureProps {
  label: string
  icon: IconName
  n: number
  href: string
  state?: 'late' | 'soon'
  children?: ComponentChildren
}

const Figure = ({ label, icon, n, href, state, children }: FigureProps) => (
  <div class={state}>
    <dt>
      <Icon name={icon} /> {label}
    </dt>
    <dd>
      <strong>
        <Leads n={n} href={href} />
      </strong>
      {children && <small>{children}</small>}
    </dd>
  </div>
)

export function Late({ board }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const lists = addressesOf(board, reader.zone)
  const { soon, rungs } = board
  return (
    <>
      <PartHead title={operations.rungs} note={operations.rungsHint} />
      <dl class="wall-rungs">
        <Figure
          label={operations.soon(formatNumber(reader, SOON_HOURS))}
          icon="clock"
          n={soon}
          href={lists.room('soon')}
          state={soon > 0 ? 'soon' : undefined}
        />
        {LEVELS.map((level) => (
          <Figure
            key={level}
            label={operations.rung[level]}
            icon={level === 'warned' ? 'clock' : 'alert'}
            n={rungs[level]}
            href={lists.room(level)}
            state={rungs[level] === 0 ? undefined : level === 'warned' ? 'soon' : 'late'}
          />
        ))}
      </dl>
    </>
  )
}
