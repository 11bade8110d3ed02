import type { Board } from '#insight'
import { AsOf, Late, Now } from './figures.tsx'
import { Flow } from './flow.tsx'
import { HealthPart } from './health.tsx'
import { Arriving, Surges, Troubles } from './lists.tsx'
import type { PartProps } from './part.ts'
import { Places } from './places.tsx'

/** The parts of the wall, each drawn anew when it has changed; what needs a decision first. */
export const PARTS = {
  time: AsOf,
  now: Now,
  late: Late,
  surges: Surges,
  trouble: Troubles,
  arriving: Arriving,
  flow: Flow,
  map: Places,
  health: ({ board: { health } }: PartProps) => (health ? <HealthPart health={health} /> : null),
}
export type PartName = keyof typeof PARTS

/** One entity has no others to be compared with; the roads in and out are the whole service's. */
export const partsOf = ({ part }: Board): PartName[] =>
  (Object.keys(PARTS) as PartName[]).filter(
    (name) => !part || (name !== 'health' && (name !== 'trouble' || part.length > 1)),
  )
