import type { Directory } from '#entities'
import { enqueue, reachOf, type Telling } from '#messages'
import { CALLING_CODES } from '#people'
import type { Db } from '#platform'
import type { Judged } from '../../model/forecasts/causes.ts'
import { nameOfSeries, partsOf, type SeriesName } from '../../model/forecasts/series.ts'
import { newsOf } from '../../model/forecasts/telling.ts'
import * as surges from '../../store/forecasts/surges.ts'
import type { WatchTools } from './watch-surges.ts'

/** What was just judged, and what was known before. */
interface Watched {
  known: ReadonlyMap<string, surges.Surge>
  judged: readonly Judged[]
  now: Temporal.Instant
  directory: Directory
}

/**
 * Tells operators, and whoever leads and speaks for the entity that holds the cases, of alerts: once, again when one
 * has doubled, and when it is over. An alert that another carries on is neither over nor news.
 */
export async function tellSurges(
  tx: Db,
  { gateways = { demonstration: false } }: Pick<WatchTools, 'gateways'>,
  { known, judged, now, directory }: Watched,
): Promise<void> {
  const open = new Map((await surges.current(tx)).map((each) => [nameOfSeries(each), each]))
  const tellings: Telling[] = []
  const ended = judged.flatMap(({ reading, judgement, heir }) => {
    const before = judgement?.does === 'end' ? known.get(nameOfSeries(reading)) : undefined
    return before && before.toldExcess !== null ? [{ before, heir }] : []
  })
  for (const { before, heir } of ended) {
    const carriedOn = heir === undefined ? undefined : open.get(heir)
    if (!carriedOn) tellings.push(...tellingsOf(before, 'surge-over', 'over', directory))
    else if (carriedOn.toldExcess === null) {
      carriedOn.toldExcess = carriedOn.observed - carriedOn.expected
      await surges.told(tx, carriedOn.id, carriedOn.toldExcess, now)
    }
  }
  for (const surge of open.values()) {
    const kind = newsOf(surge)
    if (!kind) continue
    const excess = surge.observed - surge.expected
    tellings.push(...tellingsOf(surge, kind, String(Math.round(excess)), directory))
    await surges.told(tx, surge.id, excess, now)
  }
  if (tellings.length === 0) return
  const { timeZone: zone, country } = directory
  const callingCode = CALLING_CODES[country ?? '']
  await enqueue(tx, { now, reach: reachOf(gateways), zone, callingCode }, tellings)
}

function tellingsOf(
  surge: surges.Surge,
  kind: 'surge' | 'surge-grown' | 'surge-over',
  round: string,
  directory: Directory,
): Telling[] {
  const cause = `surge:${surge.id}:${round}`
  const facts = {
    who: whoOf(surge, directory),
    count: surge.observed,
    day: surge.since.toString(),
  }
  const operators = { staff: { role: 'operator', scope: 'nation' as const, scopeId: null } }
  const entity = (['liaison', 'head'] as const).map((role) => ({
    staff: { role, scope: 'entity' as const, scopeId: surge.holder },
  }))
  return [
    { kind, cause, facts: { ...facts, path: '/operations/desk' }, to: operators },
    ...(surge.holder
      ? entity.map((to) => ({ kind, cause, facts: { ...facts, path: '/operations' }, to }))
      : []),
  ]
}

/** What a series is called; nothing for the whole country. */
function whoOf(series: SeriesName, directory: Directory): Record<'ar' | 'en', string> | undefined {
  const { entity, category, place } = partsOf(series)
  const names = [
    entity && directory.entity(entity)?.name,
    category && directory.category(category)?.name,
    place && directory.place(place)?.name,
  ].filter((name) => name !== undefined && name !== '')
  if (names.length === 0) return undefined
  return { ar: names.map(({ ar }) => ar).join('، '), en: names.map(({ en }) => en).join(', ') }
}
