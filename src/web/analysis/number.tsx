import type { ComponentChildren } from 'preact'
import { type DashboardQuery, type Indicator, isCount, type Listable, listsOf, type Measured } from '#insight'
import { Nothing, useLink, useReader, useWords } from '#ui'
import { listAddress } from './address.ts'
import { isNothing, sayMeasured, sayValue } from './say-value.ts'

interface MeasuredNumberProps {
  known: Indicator
  of: Measured | undefined
  /** The questions that the number answers; without them it leads nowhere. */
  asked?: DashboardQuery
}

/** A value in a table; where it counts something, it leads to the list of that. */
export const MeasuredValue = ({ known, of, asked }: MeasuredNumberProps) => (
  <Leading asked={of?.value ? asked : undefined} figure={listsOf(known.formula).value}>
    <Said known={known} of={of} />
  </Leading>
)

/** The number of cases that a value speaks of, which leads to them. */
export const MeasuredOf = ({ known, of, asked }: MeasuredNumberProps) => (
  <Leading asked={of?.n ? asked : undefined} figure={listsOf(known.formula).of}>
    {of?.notKept ? sayMeasured(useReader(), known, of) : sayValue(useReader(), { unit: 'cases' }, of?.n ?? 0)}
  </Leading>
)

/** Of entities of similar size: a count is that of one of them, and says so where no head is in sight. */
export function PeersValue({ known, of }: Omit<MeasuredNumberProps, 'asked'>) {
  const { insight } = useWords()
  const reader = useReader()
  return isCount(known) ? insight.perEntity(sayMeasured(reader, known, of)) : <Said known={known} of={of} />
}

function Said({ known, of }: Omit<MeasuredNumberProps, 'asked'>) {
  const reader = useReader()
  return isNothing(of) ? <Nothing /> : sayMeasured(reader, known, of)
}

interface LeadingProps {
  asked: DashboardQuery | undefined
  figure: Listable | undefined
  children: ComponentChildren
}

function Leading({ asked, figure, children }: LeadingProps) {
  const link = useLink()
  return asked && figure ? <a href={link(listAddress(asked, figure))}>{children}</a> : children
}
