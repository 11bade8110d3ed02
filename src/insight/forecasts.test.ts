import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeStep } from '#cases'
import { loadDirectory } from '#entities'
import {
  acknowledgeSurge,
  currentSurges,
  forecast,
  rebuildRollUps,
  reconcile,
  rollUpKeeper,
  watchSurges,
} from '#insight'
import { sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import { granted, staff, submitted } from '../../test/kit/situations.ts'

/** Forty weeks in which works had three and electricity two cases a day, spread by arithmetic, half of them in each place. */
async function aSteadyYear(t: Parameters<typeof aCountry>[0]) {
  const country = await aCountry(t)
  await country.owner.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    values ('north', null, 'governorate', 'الشمالية', 'Northern'), ('south', null, 'governorate', 'الجنوبية', 'Southern'),
           ('budaiya', 'north', 'district', 'البديع', 'Budaiya')`)
  const directory = await loadDirectory(country.db)
  country.tools.directory = async () => directory
  await country.owner.run(sql`
    with made as (
      insert into cases (id, reference, type, stage, subject, category_id, entity_id, place_id, channel, language, received_at,
                         answer_by, answered_at, closed_at, outcome, seq, source, source_id)
      select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, lpad(i::text, 11, '0'), 'complaint',
             'closed', 'حفرة في الشارع', case when i % 5 < 3 then 'potholes' else 'power-cuts' end,
             case when i % 5 < 3 then 'works' else 'electricity' end,
             case when i / 5 % 2 = 0 then 'budaiya' else 'south' end, 'web', 'ar', at, at + interval '8 days',
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

async function smellsOfGas(country: Country, times: number, place?: string) {
  for (let n = 0; n < times; n++) {
    const { id } = await submitted(country, {
      type: 'complaint',
      text: 'رائحة غاز قوية قرب المدرسة',
      ...(place && { place: { id: place } }),
      requester: { name: 'فاطمة', phone: '+97333001122' },
    })
    const input = { entity: 'works', category: 'potholes' }
    granted(
      await takeStep(country.tools, staff(country.people.reviewer), { caseId: id, step: 'route', input }),
    )
  }
}

/** The country, two entities, two categories, two governorates, and each category in each of them. */
const SERIES_OF_THE_YEAR = 11

test('ordinary days raise no alert; an expectation is made once a day, and anew when the history has grown', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  assert.deepEqual(await watch(), [])
  assert.equal(await forecast(country.tools), SERIES_OF_THE_YEAR)
  assert.equal(await forecast(country.tools), 0)
  country.clock.forward({ minutes: 61 })
  assert.equal(await forecast(country.tools), 0, 'nothing is new about the past')
  await country.owner.run(sql`
    update cases set received_at = received_at - interval '8 days' where source_id in ('0', '1')`)
  assert.ok((await rebuildRollUps(country.tools)) > 0)
  assert.equal(await forecast(country.tools), SERIES_OF_THE_YEAR)
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

test('a surge in one governorate is one alert of its category there; it says since when, and the entity hears of it', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  await forecast(country.tools)
  await smellsOfGas(country, 25, 'budaiya')
  const alerts = await watch()
  assert.deepEqual(
    alerts.map(({ dimension, key, observed, holder, alone }) => ({
      dimension,
      key,
      observed,
      holder,
      alone,
    })),
    [
      {
        ...{ dimension: 'category-place', key: 'potholes/north', holder: 'works', alone: true },
        observed: 25 + 3 * 3,
      },
    ],
    'neither the category nor the governorate, the entity and the nation repeat it',
  )
  assert.equal(alerts[0]?.since.toString(), '2026-10-01')
  const { operator, liaison, head, minister, electrician } = country.people
  const told = async (officer: { id: string }) =>
    (
      await country.db.rows<{ kind: string; path: string }>(sql`
        select kind, facts->>'path' as path from notices where staff_id = ${officer.id} order by at, kind`)
    )
      .filter(({ kind }) => kind.startsWith('surge'))
      .map(({ kind, path }) => `${kind} ${path}`)
  assert.deepEqual(await told(operator), ['surge /operations/desk'])
  assert.deepEqual([await told(liaison), await told(head)], [['surge /operations'], ['surge /operations']])
  assert.deepEqual([await told(minister), await told(electrician)], [[], []])

  await smellsOfGas(country, 3, 'budaiya')
  await watch()
  assert.deepEqual(await told(operator), ['surge /operations/desk'], 'a little more is no news')
  country.clock.forward({ minutes: 5 })
  await smellsOfGas(country, 30, 'budaiya')
  await watch()
  assert.deepEqual(await told(operator), ['surge /operations/desk', 'surge-grown /operations/desk'])
  country.clock.forward({ hours: 24 * 8 })
  await forecast(country.tools)
  await watch()
  assert.deepEqual((await told(operator)).at(-1), 'surge-over /operations/desk')
  assert.deepEqual((await told(operator)).filter((each) => each.startsWith('surge-over')).length, 1, 'once')
})

test('what turns out to lie in one governorate is carried on by a narrower alert, and is told once', async (t) => {
  const { country, watch } = await aSteadyYear(t)
  await forecast(country.tools)
  await smellsOfGas(country, 25)
  assert.deepEqual(
    (await watch()).map(({ dimension }) => dimension),
    ['category'],
    'without a place it is the category',
  )
  await country.owner.run(sql`update cases set place_id = 'budaiya' where source is null`)
  assert.ok((await rebuildRollUps(country.tools)) > 0)
  const after = await watch()
  assert.deepEqual(
    after.map(({ dimension, key }) => `${dimension}:${key}`),
    ['category-place:potholes/north'],
    'the alert that now says it more narrowly carries it on',
  )
  const told = await country.db.rows<{ kind: string }>(sql`
    select distinct kind from notices where staff_id = ${country.people.operator.id} and kind like 'surge%'`)
  assert.deepEqual(told, [{ kind: 'surge' }], 'neither over nor new')
})
