import { type Db, empty, sql } from '#platform'
import type { Dimension } from '../../model/roll-ups/cubes.ts'
import type { Counts } from '../../model/roll-ups/measures.ts'
import { summedMeasures } from './columns.ts'
import { cells, joined, type Key, keyed, type Slice, type Span } from './slice.ts'

/** Counts of a slice, by a dimension; '' is the key of cases that have none. One row, `all`, without `by`. */
export interface Summed extends Counts {
  key: string
  /** Of the received: the denominator of `recurring`. */
  complaints: number
  /** Of the received. */
  praise: number
}

export const sumCells = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<Summed>(sql`
    select ${keyed(by)} as key, ${summedMeasures} from ${cells(slice, by, span)} each${joined(by)}
    ${by ? sql`group by 1` : empty}`)

/** The same by the day or the first of the month on which the counts stand. */
export interface SummedOn extends Summed {
  on: Temporal.PlainDate
}

export const sumCellsOver = (db: Db, slice: Slice, by: Key | undefined, span: Span) =>
  db.rows<SummedOn>(sql`
    select day as "on", ${keyed(by)} as key, ${summedMeasures}
      from ${cells(slice, by, span)} each${joined(by)} group by 1${by ? sql`, 2` : empty} order by 1`)

/** How many were received, by what tells them apart. */
export const sumReceived = (db: Db, slice: Slice, by: Key) =>
  db.rows<{ key: string; received: number }>(sql`
    select ${keyed(by)} as key, sum(received)::bigint as received
      from ${cells(slice, by, 'month')} each${joined(by)} group by 1`)

/** Which values of two dimensions occur together. */
export interface Met {
  one: string
  other: string
}

export const metTogether = (db: Db, slice: Slice, one: Dimension, other: Dimension) =>
  db.rows<Met>(sql`
    select ${keyed(one)} as one, ${keyed(other)} as other from ${cells(slice, one, 'month', [other])} each
     group by 1, 2 having sum(received) <> 0 or sum(answered) <> 0 or sum(closed) <> 0 order by 1, 2`)
