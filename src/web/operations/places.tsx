import { geoMercator, geoPath } from 'd3-geo'
import type { Directory } from '#entities'
import { type Board, WITHOUT } from '#insight'
import { type Region, useReader, useWords } from '#ui'
import { sayMapSource } from '../analysis/say-map.ts'
import { addressesOf } from './address.ts'
import { Leads } from './leads.tsx'

const [WIDTH, HEIGHT] = [400, 440]
const SHADES = 5

/** Received today by governorate: the country's shape for the eye, and every number beside it in letters of the wall. */
export function Places({ board, directory }: { board: Board; directory: Directory }) {
  const { operations, insight } = useWords()
  const reader = useReader()
  const lists = addressesOf(board, reader.zone)
  const { places, received } = board
  const values = directory
    .places(null, reader.locale)
    .map(({ id, name }) => ({ id, name: shortName(name[reader.locale]), n: places.get(id) ?? 0 }))
    .toSorted((one, other) => other.n - one.n)
  // The list comes to what came today, also where nobody said where.
  const elsewhere = received - values.reduce((sum, { n }) => sum + n, 0)
  const shown = elsewhere > 0 ? [...values, { id: WITHOUT, name: insight.none, n: elsewhere }] : values
  const { map } = directory
  return (
    <>
      <h2>{operations.map}</h2>
      <div class="wall-places">
        {map && <Shape regions={map.regions} counts={places} />}
        <dl>
          {shown.map(({ id, name, n }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <Leads n={n} href={lists.today('received', id)} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {map && <p class="soft map-source">{sayMapSource(reader, map)}</p>}
    </>
  )
}

/** A map does not turn with the direction of reading; its numbers stand in the list. */
function Shape({ regions, counts }: { regions: readonly Region[]; counts: ReadonlyMap<string, number> }) {
  const collection = { type: 'FeatureCollection' as const, features: [...regions] }
  const draw = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], collection)).digits(1)
  const most = Math.max(1, ...counts.values())
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" class="regions">
      {regions.map((region) => {
        const n = counts.get(region.properties.place) ?? 0
        const shade = n === 0 ? 'none' : Math.min(SHADES - 1, Math.floor((n / most) * SHADES))
        return <path key={region.properties.place} d={draw(region) ?? ''} class={`shade-${shade}`} />
      })}
    </svg>
  )
}

const shortName = (name: string): string => name.replace(/^(?:ال)?محافظة /, '').replace(/ Governorate$/, '')
