import type { Db } from '#platform'
import type { Period } from '../../model/dashboard/period.ts'
import { evaluate, together } from '../../model/indicators/evaluate.ts'
import { type Indicator, isCount, type Measured } from '../../model/indicators/indicator.ts'
import { INDICATORS } from '../../model/indicators/list.ts'
import { sumReceived } from '../../store/roll-ups/cells.ts'
import { readBasis } from './read-basis.ts'

/** Entities that had between half and twice as many cases in the year before the period's end. */
export interface Peers {
  entities: number
  /** Counts are those of one of them on average; shares and times of all their cases together. */
  measured: Measured[]
}

/** One alone would be told apart: what stands beside somebody's numbers would be its own. */
const LEAST_PEERS = 2

/** Undefined when fewer than two are of similar size. */
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
  if (own === 0 || peers.length < LEAST_PEERS) return undefined
  const found = await readBasis(db, { entity: peers }, period, undefined, INDICATORS, now, zone)
  const basis = together([...found.values()])
  return {
    entities: peers.length,
    measured: INDICATORS.map((each) => perEntity(each, evaluate(each, basis), peers.length)),
  }
}

/** A sum of several beside the count of one would say that the one is small. */
const perEntity = (known: Indicator, of: Measured, entities: number): Measured =>
  of.value !== null && isCount(known) ? { ...of, value: of.value / entities } : of
