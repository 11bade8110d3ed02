import type { Db } from '#platform'
import type { Period } from '../../model/dashboard/period.ts'
import { evaluate, together } from '../../model/indicators/evaluate.ts'
import type { Measured } from '../../model/indicators/indicator.ts'
import { INDICATORS } from '../../model/indicators/list.ts'
import { sumReceived } from '../../store/roll-ups/cells.ts'
import { readBasis } from './read-basis.ts'

/** Entities that had between half and twice as many cases in the year before the period's end. */
export interface Peers {
  entities: number
  /** Of all their cases together. */
  measured: Measured[]
}

/** Undefined when nobody is of similar size. */
export async function peersOf(
  db: Db,
  entity: string,
  period: Period,
  now: Temporal.Instant,
  zone: string,
): Promise<Peers | undefined> {
  const year = { basis: 'happened', from: period.to.subtract({ months: 12 }), to: period.to } as const
  const sizes = await sumReceived(db, year, 'entity')
  const own = sizes.find(({ key }) => key === entity)?.received ?? 0
  const peers = sizes
    .filter(
      ({ key, received }) =>
        key && key !== entity && received * 2 >= own && received <= own * 2 && received > 0,
    )
    .map(({ key }) => key)
  if (own === 0 || peers.length === 0) return undefined
  const found = await readBasis(db, { entity: peers }, period, undefined, INDICATORS, now, zone)
  const basis = together([...found.values()])
  return { entities: peers.length, measured: INDICATORS.map((each) => evaluate(each, basis)) }
}
