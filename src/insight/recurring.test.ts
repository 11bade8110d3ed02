import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from '#platform'
import { declareProblem } from '#problems'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/problems.ts'
import { step as caseStep, granted, resident, staff } from '../../test/kit/situations.ts'
import { readBasis } from './actions/dashboard/read-basis.ts'
import { indicators, rebuildRollUps, reconcile, rollUpKeeper } from './index.ts'
import { evaluate } from './model/indicators/evaluate.ts'
import { INDICATORS, indicator } from './model/indicators/list.ts'
import { sumCells } from './store/roll-ups/cells.ts'

const balanced = async (country: Country) => {
  const { balances, unread } = await reconcile(country.tools)
  assert.equal(unread, 0)
  assert.deepEqual(
    balances.filter(({ differing }) => differing > 0),
    [],
  )
}

const cases = ({ db }: Country) =>
  db.rows<{ id: string; reference: string }>(sql`select id, reference from cases order by id`)

/** The share of recurring complaints with its denominator, as a dashboard reads it. */
async function share(country: Country, by?: 'entity' | 'category') {
  await balanced(country)
  const now = country.clock.now()
  const day = now.toZonedDateTimeISO('Asia/Bahrain').toPlainDate()
  const period = { from: day.subtract({ months: 12 }), to: day.add({ days: 1 }) }
  const rows = await readBasis(country.db, {}, period, by, INDICATORS, now, 'Asia/Bahrain')
  const recurring = indicator('recurring') ?? assert.fail()
  return Object.fromEntries([...rows].map(([key, basis]) => [key, evaluate(recurring, basis)]))
}

test('complaints of an accepted problem are a share of all complaints; a proposal alone counts nothing', async (t) => {
  const country = await aCountry(t)
  const problem = await a.proposed(country)
  await a.bring(country, ['أطلب تجديد جواز السفر ولم يصلني رد'])
  assert.deepEqual((await share(country)).all, { id: 'recurring', value: 0, n: 11 })
  granted(await a.step(country, country.people.analyst, problem, 'accept', a.A_NAME))
  await a.settle(country)
  assert.deepEqual((await share(country)).all, { id: 'recurring', value: 10 / 11, n: 11 })
  assert.deepEqual((await share(country, 'category')).potholes, { id: 'recurring', value: 10 / 11, n: 11 })
  const [row] = granted(await indicators(country.tools, {})).rows
  assert.deepEqual([row?.recurring, row?.complaints], [10, 11])
})

test('whoever is taken out of a problem no longer counts, and its history says so', async (t) => {
  const country = await aCountry(t)
  const problem = await a.accepted(country)
  const [first] = await cases(country)
  const { reviewer } = country.people
  granted(await a.step(country, reviewer, problem, 'leave-out', { case: first?.id }))
  await a.settle(country)
  assert.deepEqual((await share(country)).all?.value, 9 / 10)
  granted(await a.step(country, reviewer, problem, 'take-in', { case: first?.reference }))
  await a.settle(country)
  assert.deepEqual((await share(country)).all?.value, 1)
})

test('the books balance whatever becomes of problems and of their cases', async (t) => {
  const country = await aCountry(t)
  const { analyst, reviewer, operator } = country.people
  const first = await a.accepted(country)
  const second = granted(await declareProblem(country.tools, operator, { ...a.A_NAME, titleEn: 'No light' }))
  const doing = fc.record({
    what: fc.constantFrom(
      'bring',
      'leave-out',
      'leave-out',
      'take-in',
      'take-in',
      'route',
      'withdraw',
      'read',
      'settle',
    ),
    which: fc.nat(1_000),
    other: fc.boolean(),
  })
  const act = async ({ what, which, other }: { what: string; which: number; other: boolean }) => {
    const all = await cases(country)
    const one = all[which % all.length] ?? assert.fail()
    const problem = other ? second : first
    if (what === 'bring') await a.bring(country, [a.DARK_STREET[which % 10] ?? ''])
    if (what === 'leave-out') await a.step(country, reviewer, problem, what, { case: one.id })
    if (what === 'take-in') await a.step(country, reviewer, problem, what, { case: one.reference })
    const elsewhere = { entity: 'electricity', category: 'power-cuts' }
    if (what === 'route') await caseStep(country, staff(reviewer), one, what, elsewhere)
    if (what === 'withdraw') await caseStep(country, resident, one, what, { reason: 'انتهى' })
    if (what === 'read') await heardAll(country.db, rollUpKeeper(country.tools))
    if (what === 'settle') await a.settle(country)
  }
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 25, maxLength: 35, size: 'max' }), async (all) => {
      for (const each of all) await act(each)
      await balanced(country)
    }),
    { numRuns: 4, seed: 7, endOnFailure: true },
  )
  granted(await a.step(country, analyst, first, 'merge', { into: second.id }))
  await balanced(country)
  await a.settle(country)
  await balanced(country)
  const living = await sumCells(country.db, { basis: 'happened' }, 'category', 'day')
  assert.ok(living.some(({ recurring }) => recurring > 0))
  await rebuildRollUps(country.tools)
  assert.deepEqual(await sumCells(country.db, { basis: 'happened' }, 'category', 'day'), living)
  assert.equal((await share(country)).all?.n, (await cases(country)).length)
})
