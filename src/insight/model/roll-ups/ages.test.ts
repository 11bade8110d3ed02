import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { monthsInTheMiddle, toTheDay } from './ages.ts'
import { asHistogram, type Bar, percentile } from './percentile.ts'

const TODAY = Temporal.PlainDate.from('2026-11-22')
const ages = fc.array(fc.nat(900), { minLength: 1, maxLength: 60 })

const byDay = (waited: readonly number[]): Bar[] => asHistogram(waited.map((bin) => ({ bin, n: 1 })))
const receivedOn = (age: number) => TODAY.subtract({ days: age })
const firstOfMonth = (age: number) => receivedOn(age).with({ day: 1 }).until(TODAY).total('days')
const byMonth = (waited: readonly number[]): Bar[] => byDay(waited.map(firstOfMonth))

/** Every entity to the day where the middles of all of them lie, and by the month elsewhere. */
function read(entities: readonly number[][]): Bar[][] {
  const months = entities.map(byMonth)
  const middle = monthsInTheMiddle(months, TODAY) ?? assert.fail()
  return entities.map((waited, at) => {
    const within = waited.filter((age) => {
      const on = receivedOn(age)
      return Temporal.PlainDate.compare(on, middle.from) >= 0 && Temporal.PlainDate.compare(on, middle.to) < 0
    })
    return toTheDay(months[at] ?? [], byDay(within), middle, TODAY)
  })
}

test('the age of a backlog is the same whether every case is read to the day or only those around the middle', () => {
  fc.assert(
    fc.property(fc.array(ages, { minLength: 1, maxLength: 5 }), (entities) => {
      const found = read(entities)
      for (const [at, waited] of entities.entries())
        assert.equal(percentile(found[at] ?? [], 0.5), percentile(byDay(waited), 0.5))
      assert.equal(percentile(asHistogram(found.flat()), 0.5), percentile(byDay(entities.flat()), 0.5))
    }),
  )
})

test('no case is lost or counted twice', () => {
  fc.assert(
    fc.property(fc.array(ages, { minLength: 1, maxLength: 5 }), (entities) => {
      for (const [at, bars] of read(entities).entries())
        assert.equal(
          bars.reduce((sum, { n }) => sum + n, 0),
          entities[at]?.length,
        )
    }),
  )
})

test('where nothing is open there is no middle', () => {
  assert.equal(monthsInTheMiddle([[]], TODAY), undefined)
})
