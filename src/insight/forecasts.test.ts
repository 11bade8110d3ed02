import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeStep } from '#cases'
import { acknowledgeSurge, currentSurges, forecast, reconcile, rollUpKeeper, watchSurges } from '#insight'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import { granted, staff, submitted } from '../../test/kit/situations.ts'

/** Forty weeks in which works had three and electricity two cases a day, spread by arithmetic. */
async function aSteadyYear(t: Parameters<typeof aCountry>[0]) {
  const country = await aCountry(t)
  await country.owner.run(sql`
    with made as (
      insert into cases (id, reference, type, stage, subject, category_id, entity_id, channel, language, received_at,
                         answer_by, answered_at, closed_at, outcome, seq, source, source_id)
      select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, lpad(i::text, 11, '0'), 'complaint',
             'closed', 'حفرة في الشارع', case when i % 5 < 3 then 'potholes' else 'power-cuts' end,
             case when i % 5 < 3 then 'works' else 'electricity' end, 'web', 'ar', at, at + interval '8 days',
             at + interval '1 day', at + interval '1 day', 'solved', 1, 'old', i::text
        from generate_series(0, 1399) i,
             lateral (select timestamptz '2026-09-30 05:00Z' - make_interval(days => i / 5, hours => -(i % 5))) m(at)
      returning id, received_at)
    insert into case_events (case_id, seq, step, at, role, facts)
    select id, 1, 'submit', received_at, 'resident', '{"source": "old"}' from made`)
  assert.equal((await reconcile(country.tools)).differing, 0)
  const watch = async () => {
    await heardAll(country.db, rollUpKeeper(country.tools))
    await watchSurges(country.tools)
    return currentSurges(country.db)
  }
  return { country, watch }
}

async function smellsOfGas(country: Country, times: number) {
  for (let n = 0; n < times; n++) {
    const { id } = await submitted(country, {
      type: 'complaint',
      text: 'رائحة غاز قوية قرب المدرسة',
      requester: { name: 'فاطمة', phone: '+97333001122' },
    })
    const input = { entity: 'works', category: 'potholes' }
    granted(
      await takeStep(country.tools, staff(country.people.reviewer), { caseId: id, step: 'route', input }),
    )
  }
}

test('ordinary days raise no alert; an expectation is made once an hour, with the past as it is', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  assert.deepEqual(await watch(), [])
  assert.equal(await forecast(country.tools), 5)
  assert.equal(await forecast(country.tools), 0)
  country.clock.forward({ minutes: 61 })
  assert.equal(await forecast(country.tools), 5)
  assert.deepEqual(await watch(), [])
})

test('a surge raises one alert, of the narrowest series, that says which words; and stays one', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  await forecast(country.tools)
  await smellsOfGas(country, 30)
  const [alert, ...others] = await watch()
  assert.deepEqual(others, [], 'neither the entity nor the nation repeats what the category says')
  assert.ok(alert)
  assert.equal(
    `${alert.dimension}:${alert.key} ${alert.direction} ${alert.state}`,
    'category:potholes more open',
  )
  assert.equal(alert.observed, 6 * 3 + 30)
  assert.ok(alert.words.some(({ key, now, before }) => key === 'غاز' && now === 30 && before === 0))
  await smellsOfGas(country, 5)
  const again = await watch()
  assert.deepEqual([again.length, again[0]?.id, again[0]?.peak], [1, alert.id, 53])
})

test('an acknowledged alert stays quiet, ends by itself, and does not come back within its peak', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  const { db, tools, people, clock } = country
  await forecast(tools)
  await smellsOfGas(country, 30)
  const [alert] = await watch()
  assert.ok(alert)
  assert.equal((await acknowledgeSurge(tools, people.head, alert.id)).ok, false)
  assert.equal((await acknowledgeSurge(tools, people.operator, alert.id)).ok, true)
  assert.equal((await acknowledgeSurge(tools, people.operator, alert.id)).ok, false, 'once')
  assert.deepEqual(
    (await watch()).map(({ state }) => state),
    ['acknowledged'],
  )
  clock.forward({ hours: 24 * 8 })
  await forecast(tools)
  const after = await watch()
  assert.ok(!after.some(({ id }) => id === alert.id), 'it is over')
  const kept = await db.rows<{ state: string }>(sql`select state from surges where id = ${alert.id}`)
  assert.deepEqual(
    kept.map(({ state }) => state),
    ['over'],
  )
})
