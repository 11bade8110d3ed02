import { z } from 'zod'
import { no, type Result, yes } from '#kernel'

type Ring = [number, number][]

/** A place as it is drawn; its outer rings run clockwise, as maps on a sphere read them. */
export interface MapRegion {
  readonly type: 'Feature'
  readonly properties: { place: string; ar: string; en: string; tile?: boolean }
  readonly geometry: { type: 'MultiPolygon'; coordinates: Ring[][] }
}

export interface CountryMap {
  readonly regions: readonly MapRegion[]
  /** Whom the boundaries are from, as their licence asks; null when it asks for nothing. */
  readonly credit: string | null
}

const ring = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number()))
  .min(4)
const file = z.object({
  type: z.literal('FeatureCollection'),
  credit: z.string().max(200).optional(),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({
          place: z.string().min(1),
          ar: z.string().min(1),
          en: z.string().min(1),
          tile: z.boolean().optional(),
        }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(200),
})

/**
 * Reads a map from GeoJSON as anybody writes it: polygons or several, wound either way, with or without heights.
 *
 * @returns `not-a-map`, naming the first thing that is wrong
 */
export function readMap(text: string): Result<CountryMap, 'not-a-map'> {
  const parsed = file.safeParse(jsonOf(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return no('not-a-map', { at: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
  }
  const { features, credit = null } = parsed.data
  const regions = features.map(({ type, properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const coordinates = polygons.map((rings) => rings.map((each, at) => wound(flat(each), at === 0)))
    return { type, properties, geometry: { type: 'MultiPolygon' as const, coordinates } }
  })
  return yes({ regions, credit })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const flat = (points: readonly (readonly number[])[]): Ring =>
  points.map(([east, north]) => [east as number, north as number])

const wound = (points: Ring, clockwise: boolean): Ring =>
  turn(points) < 0 === clockwise ? points : points.toReversed()

/** Twice the area, negative for what runs clockwise. */
const turn = (points: Ring): number =>
  points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] as [number, number]
    return sum + x * nextY - nextX * y
  }, 0)
