import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCountry } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import * as a from '../../test/kit/situations.ts'
import { dashboard, rollUpKeeper } from './index.ts'

test('beside an entity stand others of its size: counts of one of them on average, shares of all together, and never one alone', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  const given = async (entity: string, category: string) =>
    a.through(country, await a.submitted(country), [a.staff(people.reviewer), 'route', { entity, category }])
  const peers = async (asked = {}) => {
    await heardAll(country.db, rollUpKeeper(tools))
    const found = a.granted(await dashboard(tools, people.head, { period: '2026-10', ...asked })).peers
    return found && { ...found, of: (id: string) => found.measured.find((each) => each.id === id) }
  }

  await a.routed(country)
  await a.routed(country)
  const inTime = await given('electricity', 'power-cuts')
  for (let more = 0; more < 3; more++) await given('electricity', 'power-cuts')
  await a.through(
    country,
    inTime,
    [a.staff(people.electrician), 'reply', a.A_REPLY],
    [a.staff(people.reviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  assert.equal(await peers(), undefined, 'one alone would be known by its numbers')

  for (let more = 0; more < 3; more++) await given('housing', 'housing-requests')
  const found = await peers()
  assert.equal(found?.entities, 2)
  assert.deepEqual(
    ['received', 'answered', 'open'].map((id) => found?.of(id)?.value),
    [3.5, 0.5, 3],
  )
  const { value, n } = found?.of('on-time') ?? {}
  assert.deepEqual([value, n], [1, 1])
  assert.equal(await peers({ category: 'potholes' }), undefined, 'a part is not compared with a whole')
})
