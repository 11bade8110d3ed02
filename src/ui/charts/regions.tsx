import { geoMercator, geoPath } from 'd3-geo'
import type { MapRegion } from '#entities'
import type { Examples } from '../example.ts'
import { ChartFrame, PlainTable } from './figure.tsx'

/** A place as it is drawn. */
export type Region = MapRegion

export interface RegionValue {
  place: string
  name: string
  /** Null where there is nothing to show. */
  value: number | null
  said: string
}

export interface RegionsProps {
  title: string
  tableLabel: string
  head: readonly [string, string]
  regions: readonly Region[]
  values: readonly RegionValue[]
  /** Below the map: where its boundaries are from, or that there are none. */
  source: string
}

const WIDTH = 560
const HEIGHT = 440
/** Square units of the drawing in which no name has room. */
const LITTLE = 2_600
/** Shades; a region's own number stands in it, so that no legend is needed. */
const SHADES = 5

/** A map of the country, darker where there is more; a map does not turn with the direction of reading. */
export function Regions({ title, tableLabel, head, regions, values, source }: RegionsProps) {
  const collection = { type: 'FeatureCollection' as const, features: [...regions] }
  const draw = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], collection)).digits(1)
  const most = Math.max(1e-9, ...values.map(({ value }) => value ?? 0))
  const of = new Map(values.map((each) => [each.place, each]))
  return (
    <ChartFrame
      title={title}
      tableLabel={tableLabel}
      table={<PlainTable caption={title} head={head} rows={values.map(({ name, said }) => [name, said])} />}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} class="regions">
        {regions.map((region) => (
          <path
            key={region.properties.place}
            d={draw(region) ?? ''}
            class={shade(of.get(region.properties.place)?.value ?? null, most)}
          />
        ))}
        {regions.map((region) => {
          const [x, y] = draw.centroid(region)
          const { name = '', said = '' } = of.get(region.properties.place) ?? {}
          // Where a name has no room the number stands alone; the table names it.
          const little = draw.area(region) < LITTLE
          return (
            <text
              key={region.properties.place}
              x={x}
              y={y}
              class={little ? 'region-name little' : 'region-name'}
            >
              {!little && <tspan x={x}>{name}</tspan>}
              <tspan x={x} dy={little ? '0.35em' : '1.25em'} class="region-value">
                {said}
              </tspan>
              <title>{`${name}: ${said}`}</title>
            </text>
          )
        })}
      </svg>
      <p class="soft chart-source">{source}</p>
    </ChartFrame>
  )
}

const shade = (value: number | null, most: number): string =>
  value === null ? 'shade-none' : `shade-${Math.min(SHADES - 1, Math.floor((value / most) * SHADES))}`

const square = (place: string, x: number): Region => ({
  type: 'Feature',
  properties: { place, ar: place, en: place, tile: true },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [x, 0],
          [x, 1],
          [x + 1, 1],
          [x + 1, 0],
          [x, 0],
        ],
      ],
    ],
  },
})

export const examples: Examples = {
  'two places': (say) => (
    <Regions
      title={say('الوارد حسب المحافظة', 'Received by governorate')}
      tableLabel={say('الأرقام', 'The numbers')}
      head={[say('المحافظة', 'Governorate'), say('الوارد', 'Received')]}
      regions={[square('one', 0), square('two', 1.1)]}
      values={[
        { place: 'one', name: say('الشمالية', 'Northern'), value: 120, said: '120' },
        { place: 'two', name: say('الجنوبية', 'Southern'), value: 30, said: '30' },
      ]}
      source={say('مربعات لا حدود', 'Tiles, not boundaries')}
    />
  ),
}
