import type { ComponentChildren } from 'preact'
import { LEVELS, SOON_HOURS } from '#insight'
import { Icon, type IconName, Time, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { PartProps } from './part.ts'

export function AsOf({ board: { at } }: PartProps) {
  const { operations } = useWords()
  return (
    <>
      {operations.asOfLabel} <Time at={at} />
    </>
  )
}

export function Now({ board: { received, answered, open, overdue, expected } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, Math.round(n))
  return (
    <dl class="wall-figures">
      <Figure label={operations.today} icon="inbox" value={said(received)}>
        {expected
          ? operations.expected(said(expected.todayLow), said(expected.todayHigh))
          : operations.unexpected}
      </Figure>
      <Figure label={operations.answeredToday} icon="check" value={said(answered)} />
      <Figure label={operations.open} icon="list" value={said(open)} />
      <Figure
        label={operations.overdue}
        icon="alert"
        value={said(overdue)}
        state={overdue > 0 ? 'late' : undefined}
      />
    </dl>
  )
}

interface FigureProps {
  label: string
  icon: IconName
  value: string
  state?: 'late' | 'soon'
  children?: ComponentChildren
}

const Figure = ({ label, icon, value, state, children }: FigureProps) => (
  <div class={state}>
    <dt>
      <Icon name={icon} /> {label}
    </dt>
    <dd>
      <strong>{value}</strong>
      {children && <small>{children}</small>}
    </dd>
  </div>
)

export function Late({ board: { soon, rungs } }: PartProps) {
  const { operations } = useWords()
  const reader = useReader()
  const said = (n: number) => formatNumber(reader, n)
  return (
    <>
      <h2>{operations.rungs}</h2>
      <dl class="wall-rungs">
        <Figure
          label={operations.soon(said(SOON_HOURS))}
          icon="clock"
          value={said(soon)}
          state={soon > 0 ? 'soon' : undefined}
        />
        {LEVELS.map((level) => (
          <Figure
            key={level}
            label={operations.rung[level]}
            icon={level === 'warned' ? 'clock' : 'alert'}
            value={said(rungs[level])}
            state={rungs[level] === 0 ? undefined : level === 'warned' ? 'soon' : 'late'}
          />
        ))}
      </dl>
    </>
  )
}
