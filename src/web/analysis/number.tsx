import { type DashboardQuery, type Indicator, type Listable, listsOf, type Measured } from '#insight'
import { useLink, useReader } from '#ui'
import { listAddress } from './address.ts'
import { sayMeasured, sayValue } from './say-value.ts'

interface MeasuredNumberProps {
  known: Indicator
  of: Measured | undefined
  /** The questions that the number answers; without them it leads nowhere. */
  asked?: DashboardQuery
}

/** A value; where it counts something, it leads to the list of that. */
export const MeasuredValue = ({ known, of, asked }: MeasuredNumberProps) => (
  <Leading
    text={useSaid(known, of)}
    asked={of?.value ? asked : undefined}
    figure={listsOf(known.formula).value}
  />
)

/** The number of cases that a value speaks of, which leads to them. */
export const MeasuredOf = ({ known, of, asked }: MeasuredNumberProps) => (
  <Leading
    text={
      of?.notKept ? sayMeasured(useReader(), known, of) : sayValue(useReader(), { unit: 'cases' }, of?.n ?? 0)
    }
    asked={of?.n ? asked : undefined}
    figure={listsOf(known.formula).of}
  />
)

const useSaid = (known: Indicator, of: Measured | undefined): string => sayMeasured(useReader(), known, of)

function Leading({ text, asked, figure }: { text: string; asked?: DashboardQuery; figure?: Listable }) {
  const link = useLink()
  return asked && figure ? <a href={link(listAddress(asked, figure))}>{text}</a> : text
}
