import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { letTimeAct } from '#cases'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'
import { rebuildRollUps, reconcile, rollUpKeeper } from './index.ts'
import { sumCells } from './store/roll-ups/cells.ts'
import { sumDurations } from './store/roll-ups/durations.ts'
import { currentGeneration } from './store/roll-ups/generation.ts'
import { atOneMoment } from './store/roll-ups/reconcile.ts'
import type { Slice } from './store/roll-ups/slice.ts'

const read = (country: Country) => heardAll(country.db, rollUpKeeper(country.tools))
/** Other tests' transactions on the same server may hold events back for a moment. */
const readAll = async (country: Country) => assert.equal((await reconcile(country.tools)).unread, 0)
const of = async (country: Country, entity: string, basis: Slice['basis'] = 'happened') => {
  await readAll(country)
  return (await sumCells(country.db, { basis, entity: [entity] }, undefined, 'month'))[0] ?? assert.fail()
}

type Move = [Parameters<typeof a.step>[1], Parameters<typeof a.step>[3], object?]

/** Every kind of step, by somebody who may; what the stage forbids is refused and does not happen. */
function movesIn({ people }: Country): { onward: Move[]; all: Move[] } {
  const { reviewer, otherReviewer, releaser, otherReleaser, liaison, electrician } = people
  const soon = { text: 'نعود بعد أسبوع', dueOn: '2026-12-31' }
  const onward: Move[] = [
    [a.staff(liaison), 'reply', { ...a.A_REPLY, actions: [soon] }],
    [a.staff(otherReviewer), 'verify'],
    [a.staff(releaser), 'release'],
    [a.resident, 'object', { reason: 'ما زالت الحفرة' }],
    [a.staff(liaison), 'fulfil', { action: 1 }],
  ]
  const all: Move[] = [
    ...onward,
    [a.staff(reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [a.staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
    [a.staff(liaison), 'refuse', { reason: 'الطريق لغيرنا', why: 'not-ours' }],
    [a.staff(electrician), 'refuse', { reason: 'ليس لنا', why: 'not-ours' }],
    [a.staff(liaison), 'take-up'],
    [a.staff(liaison), 'ask', { question: 'أين بالضبط؟' }],
    [a.resident, 'add', { text: 'أمام المدرسة' }],
    [a.staff(liaison), 'extend', { days: 2, reason: 'قطعة ناقصة' }],
    [a.staff(electrician), 'reply', a.A_REPLY],
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'return', { reason: 'لا يجيب عن النقطة' }],
    [a.resident, 'rate', { solved: 4, respect: 5 }],
    [a.staff(otherReleaser), 'reopen', { reason: 'صحيح' }],
    [a.staff(otherReleaser), 'uphold', { reason: 'أُصلحت', otherRemedy: 'ديوان المظالم' }],
    [a.resident, 'accept'],
    [a.resident, 'withdraw', { reason: 'انتهى' }],
  ]
  return { onward, all }
}

/** Takes the first step that the case allows; which one it was. */
async function firstAllowed(country: Country, found: { id: string }, moves: Move[]) {
  for (const [who, step, given] of moves) if ((await a.step(country, who, found, step, given)).ok) return step
  return undefined
}

test('the books balance after any lives, however the reading of the feed falls between the steps', async (t) => {
  const country = await aCountry(t)
  const { onward, all: moves } = movesIn(country)
  const taken = new Set<string | undefined>()
  const act = fc.record({
    // A case of its own, one of those there are, time, or the reader.
    what: fc.constantFrom('submit', ...Array(12).fill('step'), 'time', 'read'),
    which: fc.nat(100),
    forward: fc.boolean(),
    order: fc.shuffledSubarray([...moves.keys()], { minLength: moves.length }),
    hours: fc.integer({ min: 1, max: 40 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 50, maxLength: 70, size: 'max' }), async (acts) => {
      const cases = [await a.submitted(country)]
      for (const { what, which, order, forward, hours } of acts) {
        if (what === 'submit') cases.push(await a.submitted(country))
        if (what === 'read') await read(country)
        if (what === 'time') {
          country.clock.forward({ hours })
          await letTimeAct(country.tools)
        }
        const found = cases[which % cases.length] ?? assert.fail()
        if (what !== 'step') continue
        const tried = order.map((at) => moves[at] ?? assert.fail())
        taken.add(await firstAllowed(country, found, forward ? [...onward, ...tried] : tried))
      }
      const { balances, unread } = await reconcile(country.tools)
      assert.deepEqual(
        balances.filter(({ differing, cases, rollUps }) => differing > 0 || cases !== rollUps),
        [],
      )
      assert.equal(unread, 0)
    }),
    // The country lives on, so a smaller example would not be one.
    { numRuns: 8, seed: 5, endOnFailure: true },
  )
  const moving = ['route', 'refuse', 'reply', 'verify', 'release', 'return', 'object', 'reopen', 'rate']
  for (const step of [...moving, 'withdraw']) assert.ok(taken.has(step), step)
  // Groups come in no order of their own.
  const counted = async () =>
    (await sumCells(country.db, { basis: 'happened' }, 'entity', 'day')).toSorted((one, other) =>
      one.key < other.key ? -1 : 1,
    )
  const living = await counted()
  assert.ok((await rebuildRollUps(country.tools)) > 0)
  assert.deepEqual(await counted(), living)
  assert.equal((await reconcile(country.tools)).differing, 0)
})

test('whoever began to read before a rebuild reads the old figures to the end; then they are gone', async (t) => {
  const country = await aCountry(t)
  await a.routed(country)
  await read(country)
  const tables = async () =>
    (
      await country.db.rows<{ name: string }>(sql`
        select inhrelid::regclass::text as name from pg_inherits where inhparent = 'rollup_cells'::regclass order by 1`)
    ).map(({ name }) => name)
  assert.deepEqual(await tables(), ['rollup_cells_1'])
  let rebuilt: Promise<number> | undefined
  await country.db.transaction(async (tx) => {
    await atOneMoment(tx)
    assert.equal(await currentGeneration(tx), 1)
    rebuilt = rebuildRollUps(country.tools)
    while ((await currentGeneration(country.db)) === 1) await pause(20)
    const [works] = await sumCells(tx, { basis: 'happened', entity: ['works'] }, 'entity', 'day')
    assert.equal(works?.received, 1)
    assert.deepEqual(await tables(), ['rollup_cells_1', 'rollup_cells_2'])
  })
  assert.ok(((await rebuilt) ?? 0) > 0)
  assert.deepEqual(await tables(), ['rollup_cells_2'])
  assert.equal((await of(country, 'works')).received, 1)
})

test('who refuses a case keeps the refusal; the case itself counts for whoever has it now', async (t) => {
  const country = await aCountry(t)
  const { liaison, reviewer } = country.people
  const given = await a.routed(country)
  assert.equal((await of(country, 'works')).received, 1)
  await a.through(
    country,
    given,
    [a.staff(liaison), 'refuse', { reason: 'ليس لنا' }],
    [a.staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
  )
  const [works, electricity] = [await of(country, 'works'), await of(country, 'electricity')]
  assert.deepEqual([works.received, works.handed, works.bounced], [0, 1, 1])
  assert.deepEqual([electricity.received, electricity.handed, electricity.bounced], [1, 1, 0])
})

test('a reopened case loses its answer, also on the day it was given', async (t) => {
  const country = await aCountry(t)
  const answered = await a.answered(country)
  const before = await of(country, 'works')
  assert.deepEqual([before.answered, before.onTime, before.firstRight, before.stillOpen], [1, 1, 1, 0])
  await a.through(
    country,
    answered,
    [a.resident, 'object', { reason: 'لا' }],
    [a.staff(country.people.otherReleaser), 'reopen', { reason: 'صحيح' }],
  )
  const after = await of(country, 'works')
  assert.deepEqual([after.answered, after.onTime, after.firstRight, after.stillOpen], [0, 0, 0, 1])
  assert.deepEqual([after.objected, after.reopened], [1, 1])
  const received = await of(country, 'works', 'received')
  assert.deepEqual([received.received, received.answered, received.reopened], [1, 0, 1])
  assert.equal((await sumDurations(country.db, { basis: 'happened' }, 'answer', undefined)).size, 0)
})

test('a rung of an entity’s clock is the entity’s, one of the central office’s is nobody’s', async (t) => {
  const country = await aCountry(t)
  await a.submitted(country)
  await a.routed(country)
  country.clock.forward({ hours: 24 * 30 })
  while ((await letTimeAct(country.tools)) > 0);
  const [works, none] = [await of(country, 'works'), await of(country, '')]
  assert.ok(works.toHead > 0 && works.toMinister > 0 && works.toOperations > 0)
  assert.ok(none.toOperations > 0)
  assert.equal(none.toMinister, 0)
})
