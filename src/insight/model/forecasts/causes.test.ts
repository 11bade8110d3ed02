import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findCauses } from './causes.ts'
import { spread } from './expect.ts'
import type { Known, Reading } from './judge.ts'
import { keyOfPair, nameOfSeries, namesOf, type SeriesName, type WeekCell } from './series.ts'
import { holderOf } from './shares.ts'
import { newsOf } from './telling.ts'

const ENTITIES = ['works', 'electricity', 'health', 'housing', 'labour', 'schools']
const PLACES = ['north', 'south', 'east', 'west', 'centre']
/** Each entity has five categories of its own. */
const CATEGORIES = ENTITIES.flatMap((entity) =>
  [1, 2, 3, 4, 5].map((n) => ({ entity, category: `${entity}-${n}` })),
)
const USUAL = 40

const aWeek = (of: (cell: Omit<WeekCell, 'received'>) => number): WeekCell[] =>
  CATEGORIES.flatMap((each) => PLACES.map((place) => ({ ...each, place, received: of({ ...each, place }) })))

const usual = aWeek(() => USUAL)

const ALL: SeriesName[] = [
  { dimension: 'nation', key: '' },
  ...ENTITIES.map((key) => ({ dimension: 'entity' as const, key })),
  ...PLACES.map((key) => ({ dimension: 'place' as const, key })),
  ...CATEGORIES.map(({ category }) => ({ dimension: 'category' as const, key: category })),
  ...CATEGORIES.flatMap(({ category }) =>
    PLACES.map((place) => ({ dimension: 'category-place' as const, key: keyOfPair(category, place) })),
  ),
]

function countsOf(week: readonly WeekCell[]) {
  const counts = new Map<string, number>()
  for (const cell of week)
    for (const name of namesOf(cell)) counts.set(name, (counts.get(name) ?? 0) + cell.received)
  return (series: SeriesName) => counts.get(nameOfSeries(series)) ?? 0
}
const usually = countsOf(usual)

function readings(week: readonly WeekCell[]): Reading[] {
  const count = countsOf(week)
  return ALL.map((series) => {
    const expected = usually(series)
    return { ...series, expected, ...spread(expected, []), observed: count(series), toCome: 0 }
  })
}

const judgedOf = (week: WeekCell[], known: ReadonlyMap<string, Known> = new Map()) =>
  findCauses(readings(week), known, { these: week, before: usual })

const alerts = (week: WeekCell[], known?: ReadonlyMap<string, Known>) =>
  judgedOf(week, known)
    .filter(({ judgement }) => judgement?.does === 'open' || judgement?.does === 'go-on')
    .map(({ reading }) => nameOfSeries(reading))

test('an ordinary week raises nothing', () => {
  assert.deepEqual(alerts(usual), [])
})

test('what surges in one place alone is said of that category in that place, and of nothing that holds it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CATEGORIES),
      fc.constantFrom(...PLACES),
      fc.integer({ min: 30, max: 5000 }),
      ({ category }, place, more) => {
        const week = aWeek((cell) => USUAL + (cell.category === category && cell.place === place ? more : 0))
        assert.deepEqual(alerts(week), [`category-place:${keyOfPair(category, place)}`])
      },
    ),
    { numRuns: 40 },
  )
})

test('what surges everywhere in the country is said of the category, once', () => {
  const week = aWeek(({ category }) => USUAL + (category === 'works-1' ? 60 : 0))
  assert.deepEqual(alerts(week), ['category:works-1'])
})

test('what surges in everything of one governorate is said of the governorate', () => {
  const week = aWeek(({ place }) => USUAL + (place === 'north' ? 50 : 0))
  assert.deepEqual(alerts(week), ['place:north'])
})

test('when nothing comes from anywhere any more, the country is said to be silent, not every series of it', () => {
  assert.deepEqual(alerts(aWeek(() => 0)), ['nation:'])
})

test('an entity from which nothing comes any more is one alert', () => {
  assert.deepEqual(alerts(aWeek(({ entity }) => (entity === 'electricity' ? 0 : USUAL))), [
    'entity:electricity',
  ])
})

test('two causes at once are two alerts', () => {
  const week = aWeek(
    ({ category, place }) =>
      USUAL +
      (category === 'works-1' && place === 'north' ? 90 : 0) +
      (category === 'health-2' && place === 'south' ? 70 : 0),
  )
  assert.deepEqual(alerts(week), ['category-place:works-1/north', 'category-place:health-2/south'])
})

test('what is left beside a narrow surge is judged, and said to be what is left', () => {
  const week = aWeek(
    ({ category, place }) =>
      USUAL + (category === 'works-1' ? (place === 'north' ? 300 : place === 'south' ? 0 : 12) : 0),
  )
  const category = judgedOf(week).find(({ reading }) => nameOfSeries(reading) === 'category:works-1')
  assert.deepEqual(
    [category?.judgement, category?.reading.observed, category?.explained],
    [{ does: 'open', direction: 'more' }, 5 * USUAL + 3 * 12, 300],
  )
})

test('a broad alert that a narrow one explains hands over to it', () => {
  const week = aWeek(({ category, place }) => USUAL + (category === 'works-1' && place === 'north' ? 90 : 0))
  const known = new Map([['category:works-1', { direction: 'more', over: false, peak: 250 } as const]])
  const judged = judgedOf(week, known).find(({ reading }) => nameOfSeries(reading) === 'category:works-1')
  assert.deepEqual([judged?.judgement, judged?.heir], [{ does: 'end' }, 'category-place:works-1/north'])
})

test('narrow alerts that turn out to be one cause hand over to the broad one', () => {
  const week = aWeek(({ category }) => USUAL + (category === 'works-1' ? 60 : 0))
  const known = new Map([
    ['category-place:works-1/north', { direction: 'more', over: false, peak: 100 } as const],
  ])
  const judged = judgedOf(week, known).find(
    ({ reading }) => nameOfSeries(reading) === 'category-place:works-1/north',
  )
  assert.deepEqual([judged?.judgement, judged?.heir], [{ does: 'end' }, 'category:works-1'])
})

test('however cases fall, there are never more alerts than series beyond their interval', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(160), { minLength: usual.length, maxLength: usual.length }), (counts) => {
      const week = usual.map((cell, at) => ({ ...cell, received: counts[at] ?? 0 }))
      const beyond = readings(week).filter(({ observed, low, high }) => observed < low || observed > high)
      assert.ok(alerts(week).length <= beyond.length)
    }),
    { numRuns: 50 },
  )
})

test('an alert belongs to whoever holds most of its cases; who holds all of them may read its words', () => {
  const cells = [
    { entity: 'works', category: 'roads', place: 'north', received: 8 },
    { entity: 'electricity', category: 'roads', place: 'north', received: 2 },
    { entity: '', category: 'other', place: 'south', received: 9 },
  ]
  const of = (dimension: SeriesName['dimension'], key: string) => holderOf({ dimension, key }, cells)
  assert.deepEqual(of('category', 'roads'), { holder: 'works', alone: false })
  assert.deepEqual(of('entity', 'works'), { holder: 'works', alone: true })
  assert.deepEqual(of('category', 'other'), { holder: null, alone: false })
  assert.deepEqual(of('nation', ''), { holder: null, alone: false })
})

test('an alert is told once, and again each time it has doubled', () => {
  const told: (string | undefined)[] = []
  let toldExcess: number | null = null
  for (const observed of [30, 31, 45, 50, 49, 60, 89, 90]) {
    const news = newsOf({ direction: 'more', observed, expected: 10, toldExcess })
    if (news) toldExcess = observed - 10
    told.push(news && `${news} ${observed}`)
  }
  assert.deepEqual(told.filter(Boolean), ['surge 30', 'surge-grown 50', 'surge-grown 90'])
})
