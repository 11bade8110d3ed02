import type { Db } from '#platform'
import { type Asked, type By, checkBoard, spanOf } from './board-page.ts'
import { type Comparing, comparing, type Get, type Tally } from './compare.ts'
import { type Nation, nationOf } from './count.ts'
import { livesFromFile } from './history-lives.ts'
import { type Life, livesFromEvents } from './lives.ts'
import { type Atlas, atlasOf } from './places.ts'
import { checkPublished } from './published-page.ts'
import { checkWall } from './wall-page.ts'

const VIEWS: readonly By[] = ['entity', 'sector', 'category', 'place', 'channel', 'type']

/** Everything that pages are held against. */
export interface Known {
  nation: Nation
  atlas: Atlas
  /** Parts of split cases too: their clocks run like any other's. */
  own: readonly Life[]
  history: readonly Life[]
}

/** All lives: of our own cases from their events, of the history from the file that it came in. */
export async function known(db: Db, file: string, source: string): Promise<Known> {
  const atlas = await atlasOf(db)
  const own = [...(await livesFromEvents(db)).values()]
  const history = await livesFromFile(file, source, atlas.zone, atlas.places)
  return { atlas, own, history, nation: nationOf([...own, ...history], atlas.zone) }
}

/** Asks for every kind of page and compares every number on it. */
export async function prove(known: Known, get: Get, now: () => number): Promise<Tally> {
  const on = { ...known, get, now, comparing: comparing(), known: new Map() }
  const today = Temporal.PlainDate.from(known.nation.day(now()))
  for (const locale of ['ar', 'en'] as const) await checkWall(on, known.own, locale)
  for (const asked of boards(known.atlas, today)) await checkBoard(on, asked)
  await checkPublished(on)
  return on.comparing.tally
}

/** The nation, a sector and an entity; months, quarters and years, running and over; every breakdown; filters. */
function boards(atlas: Atlas, today: Temporal.PlainDate): Asked[] {
  const month = today.toString().slice(0, 7)
  const last = today.subtract({ months: 1 }).toString().slice(0, 7)
  const year = String(today.year)
  const quarter = `${year}-q${Math.ceil(today.month / 3)}`
  const asked = (who: string, kind: string, period: string, by: By, more: Partial<Asked> = {}): Asked => ({
    ...{ who, kind, period, by, locale: 'en', query: {}, filter: {}, ...more },
  })
  const nation = VIEWS.flatMap((by) => [
    asked('operator', 'nation', month, by),
    asked('analyst', 'nation', last, by, { locale: 'ar' }),
    asked('operator', 'nation', quarter, by),
    asked('analyst', 'nation', String(today.year - 1), by),
  ])
  const works = 'ministry-of-public-works-and-housing'
  const sector = { filter: { entity: atlas.entitiesOf(atlas.sector(works)) } }
  const one = { query: { entity: works }, filter: { entity: [works] } }
  return [
    ...nation,
    ...(['entity', 'category', 'place', 'channel', 'type'] as const).flatMap((by) => [
      asked('minister', 'minister', month, by, sector),
      asked('minister', 'minister', quarter, by, { ...sector, locale: 'ar' }),
      asked('head.works', 'entity', last, by, { filter: { entity: [works] } }),
    ]),
    asked('operator', 'filters', year, 'entity', {
      query: { type: 'complaint' },
      filter: { type: 'complaint' },
    }),
    asked('operator', 'filters', quarter, 'channel', one),
    asked('operator', 'filters', last, 'category', {
      query: { place: 'JOIRB' },
      filter: { place: atlas.within('JOIRB') },
    }),
  ]
}

export { type Comparing, spanOf }
