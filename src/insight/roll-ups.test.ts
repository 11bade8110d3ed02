import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catchUp } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import {
  answered,
  replied,
  resident,
  routed,
  staff,
  step,
  submitted,
  through,
} from '../../test/kit/situations.ts'
import { rebuildRollUps, reconcile, rollUpKeeper } from './index.ts'
import { sumCells } from './store/roll-ups/cells.ts'

test('the books balance: what the roll-ups say is what cases and events come to', async (t) => {
  const country = await aCountry(t)
  const { people } = country
  await submitted(country)
  await routed(country)
  await replied(country)
  const done = await answered(country)
  await through(country, done, [resident, 'object', { reason: 'لم يُصلح شيء' }])
  await through(country, await routed(country), [
    staff(people.liaison),
    'refuse',
    { reason: 'the road belongs to housing', why: 'not-ours' },
  ])
  const { differing, balances, unread } = await reconcile(country.tools)
  assert.deepEqual(
    balances.filter((each) => each.differing > 0 || each.cases !== each.rollUps),
    [],
  )
  assert.equal(differing, 0)
  assert.equal(unread, 0)
  const [works] = await sumCells(country.db, { basis: 'happened', entity: ['works'] }, 'entity', 'month')
  assert.equal(works?.handed, 4)
  assert.equal(works?.bounced, 1)
  assert.equal(works?.received, 3)
  await rebuildRollUps(country.tools)
  assert.equal((await reconcile(country.tools)).differing, 0)
  await step(country, resident, done, 'rate', { solved: 1, respect: 2 })
  await catchUp(country.db, rollUpKeeper(country.tools))
})
