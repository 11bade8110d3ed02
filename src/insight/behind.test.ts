import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { letTimeAct } from '#cases'
import { raw, sql } from '#platform'
import { aBusyYear } from '../../test/kit/busy-year.ts'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { granted } from '../../test/kit/situations.ts'
import {
  casesBehind,
  dashboard,
  INDICATORS,
  type Listable,
  listsOf,
  type Measured,
  rebuildRollUps,
  reconcile,
  VIEWS_BY,
  WITHOUT,
} from './index.ts'

/** A year that another system had, and a few weeks in which everything happens that is counted. */
async function aLivelyCountry(t: Parameters<typeof aCountry>[0]): Promise<Country> {
  const country = await aCountry(t)
  await aBusyYear(country, 400)
  const { liaison, reviewer, otherReviewer, releaser, otherReleaser } = country.people
  const soon = (dueOn: string) => ({ text: 'نعود', dueOn })
  await a.submitted(country)
  await a.submitted(country, {
    ...a.aPothole,
    type: 'praise',
    text: 'شكرًا لموظف الشباك على لطفه معنا اليوم.',
  })
  await a.through(country, await a.routed(country), [
    a.staff(liaison),
    'extend',
    { days: 2, reason: 'قطعة ناقصة' },
  ])
  const bounced = await a.through(
    country,
    await a.routed(country),
    [a.staff(liaison), 'refuse', { reason: 'ليس لنا' }],
    [a.staff(reviewer), 'route', { entity: 'electricity', category: 'power-cuts' }],
  )
  await a.step(country, a.resident, bounced, 'withdraw', { reason: 'انتهى' })
  const twice = { ...a.A_REPLY, actions: [soon('2026-10-05'), soon('2026-10-06'), soon('2026-12-01')] }
  const answered = await a.through(
    country,
    await a.routed(country),
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'return', { reason: 'لا يجيب' }],
    [a.staff(liaison), 'reply', a.A_REPLY],
    [a.staff(otherReviewer), 'return', { reason: 'لا يجيب' }],
    [a.staff(liaison), 'reply', twice],
    [a.staff(reviewer), 'verify'],
    [a.staff(releaser), 'release'],
    [a.staff(liaison), 'fulfil', { action: 1 }],
    [a.resident, 'rate', { solved: 5, respect: 4 }],
  )
  const reopened = await a.answered(country)
  for (const [id, end] of [
    [answered, ['uphold', { reason: 'أُصلحت', otherRemedy: 'ديوان المظالم' }]],
    [reopened, ['reopen', { reason: 'صحيح' }]],
  ] as const)
    await a.through(
      country,
      id,
      [a.resident, 'object', { reason: 'ما زالت الحفرة' }],
      [a.staff(otherReleaser), end[0], end[1]],
    )
  country.clock.forward({ hours: 24 * 24 })
  while ((await letTimeAct(country.tools)) > 0);
  assert.equal((await reconcile(country.tools)).differing, 0)
  return country
}

/** Every number of a row that counts something, with the list that must be as long. */
const numbersOf = (measured: readonly Measured[]): [Listable, number][] =>
  INDICATORS.flatMap(({ id, formula }) => {
    const found = measured.find((each) => each.id === id)
    const { value, of } = listsOf(formula)
    if (!found || found.notKept) return []
    const counted = formula.kind === 'count' || formula.kind === 'standing' ? found.n : undefined
    const shared = found.value !== null && counted === undefined ? found.value * found.n : counted
    const part = formula.kind === 'per-hundred' ? (shared ?? 0) / 100 : shared
    // Ages are of what is open now.
    const whole = formula.kind === 'age' && found.n === 0 ? undefined : of
    return [
      ...(value && part !== undefined ? [[value, Math.round(part)] as [Listable, number]] : []),
      ...(whole ? [[whole, found.n] as [Listable, number]] : []),
    ]
  })

test('behind every number lies a list that is as long as it says, however it is narrowed and by whatever it is told apart', async (t) => {
  const country = await aLivelyCountry(t)
  const seen = new Map<Listable, number>()
  const check = async (
    officer: keyof Country['people'],
    given: Record<string, string>,
    measured: Measured[],
  ) => {
    for (const [figure, number] of numbersOf(measured)) {
      const found = await casesBehind(country.tools, country.people[officer], { ...given, figure }, 1000)
      assert.ok(found.ok, `${figure}: ${JSON.stringify(given)}`)
      const { count, lines } = found.value
      assert.equal(count?.whole, number, `${figure} of ${officer}: ${JSON.stringify(given)}`)
      assert.equal(lines.length, count?.reached, `lines: ${figure} of ${officer}: ${JSON.stringify(given)}`)
      if (officer === 'operator') assert.equal(lines.length, number)
      seen.set(figure, Math.max(seen.get(figure) ?? 0, number))
    }
  }
  for (const period of ['2026-10', '2026-09', '2026-q3', '2026', '2027'])
    await check(
      'operator',
      { period },
      granted(await dashboard(country.tools, country.people.operator, { period })).now,
    )
  const asking = fc.record(
    {
      period: fc.constantFrom(
        '2026-10',
        '2026-10',
        '2026-09',
        '2026-06',
        '2026-q3',
        '2026-q4',
        '2025',
        '2026',
      ),
      entity: fc.constantFrom('works', WITHOUT),
      sector: fc.constantFrom('infrastructure', 'people', WITHOUT),
      category: fc.constantFrom('potholes', 'power-cuts', WITHOUT),
      place: fc.constantFrom('JOAMM', WITHOUT),
      type: fc.constantFrom('complaint', 'praise'),
      channel: fc.constantFrom('web', 'phone'),
    },
    { requiredKeys: ['period'] },
  )
  const who = fc.constantFrom('operator', 'minister', 'head', 'liaison', 'reviewer')
  await fc.assert(
    fc.asyncProperty(
      who,
      asking,
      fc.constantFrom(...VIEWS_BY),
      fc.nat(20),
      async (officer, given, by, at) => {
        const found = await dashboard(country.tools, country.people[officer as 'head'], { ...given, by })
        if (!found.ok) return
        const { lines, now } = found.value
        const line = lines[at % (lines.length + 1)]
        await check(
          officer as 'head',
          line ? { ...given, [by]: line.key ?? WITHOUT } : given,
          line?.measured ?? now,
        )
      },
    ),
    { numRuns: 60, seed: 11 },
  )
  const acts = ['handed', 'bounced', 'returned', 'reopened', 'toHead', 'toMinister', 'toOperations'] as const
  for (const figure of [
    ...acts,
    'merged',
    'withdrawn',
    'promised',
    'promisedKept',
    'overdue',
    'praise',
  ] as const)
    assert.ok(figure === 'merged' || (seen.get(figure) ?? 0) > 0, `nothing was ever counted as ${figure}`)
})

test('a page leads to the next until every line was shown once', async (t) => {
  const country = await aLivelyCountry(t)
  for (const [figure, period] of [
    ['received', '2026-09'],
    ['open', '2026-10'],
    ['returned', '2026-10'],
    ['promised', '2026-q4'],
  ] as const) {
    const shown: string[] = []
    let cursor = ''
    for (;;) {
      const page = granted(
        await casesBehind(country.tools, country.people.operator, { figure, period, cursor }, 2),
      )
      shown.push(...page.lines.map((line) => `${line.case.id} ${line.nth}`))
      if (!page.next) {
        assert.equal(shown.length, page.count?.whole, figure)
        break
      }
      cursor = page.next
    }
    assert.equal(new Set(shown).size, shown.length, figure)
  }
})

test('an upgrade lists the acts that were counted before it, each as it is credited', async (t) => {
  const country = await aLivelyCountry(t)
  const acts = () => country.owner.rows(sql`select * from case_acts order by case_id, seq`)
  const counted = await acts()
  assert.ok(counted.length > 10)
  await country.owner.run(sql`delete from case_acts`)
  const migration = readFileSync(
    join(import.meta.dirname, '../../db/migrations/0070-acts-behind-figures.sql'),
    'utf8',
  )
  const [, statement = ''] = /(insert into case_acts .*?;)/s.exec(migration) ?? []
  await country.owner.run(raw(statement))
  assert.deepEqual(await acts(), counted)
  assert.ok((await rebuildRollUps(country.tools)) > 0)
  const anew = await country.owner.rows<{ generation: number }>(
    sql`select * from case_acts order by case_id, seq`,
  )
  assert.deepEqual(
    anew.map((act) => ({ ...act, generation: 1 })),
    counted,
  )
})

test('an act on a case that another entity has now is counted and said, and its case stays closed to who did it', async (t) => {
  const country = await aLivelyCountry(t)
  const asked = { figure: 'bounced', period: '2026-10' }
  const own = granted(await casesBehind(country.tools, country.people.head, asked))
  assert.deepEqual([own.count, own.lines], [{ whole: 1, reached: 0 }, []])
  const whole = granted(await casesBehind(country.tools, country.people.operator, asked))
  assert.equal(whole.lines[0]?.case.entity, 'electricity')
})

test('whoever reads no case has no way from a number to one, and nobody beyond their reach', async (t) => {
  const country = await aCountry(t)
  const { people, tools } = country
  await a.routed(country)
  assert.equal((await reconcile(tools)).differing, 0)
  const asked = { figure: 'received', period: '2026-10' }
  for (const officer of [people.analyst, people.admin, people.agent, people.handler])
    assert.equal((await casesBehind(tools, officer, asked)).ok, false, officer.name)
  const beyond: Record<string, string>[] = [
    { entity: 'electricity' },
    { entity: 'nobody' },
    { entity: WITHOUT },
    { sector: 'people' },
  ]
  for (const given of beyond)
    assert.equal((await casesBehind(tools, people.head, { ...asked, ...given })).ok, false)
  for (const figure of ['', 'solvedSum', 'constructor'])
    assert.equal((await casesBehind(tools, people.operator, { ...asked, figure })).ok, false)
  assert.equal(granted(await casesBehind(tools, people.electrician, asked)).count?.whole, 0)
})

test('what stood open at the end of a day or of a month that is over is listed, also by the day', async (t) => {
  const country = await aLivelyCountry(t)
  const zone = 'Asia/Bahrain'
  const stood = async (figure: 'open' | 'overdue', to: Temporal.Instant) => {
    const rows = await country.db.rows<{ id: string }>(sql`
      select case_id as id from case_figures
       where received_at < ${to} and (closed_at is null or closed_at >= ${to})
         and ${figure === 'open' ? sql`true` : sql`answer_by < ${to}`} and generation = (select generation from rollup_generation)`)
    return rows.map(({ id }) => id).sort()
  }
  for (const period of ['2026-03', '2026-q1', '2025', '2026-03-14', '2026-08-31', '2026-02-28'])
    for (const figure of ['open', 'overdue'] as const) {
      const found = granted(
        await casesBehind(country.tools, country.people.operator, { figure, period }, 10_000),
      )
      const to = found.period.to.toZonedDateTime(zone).toInstant()
      assert.deepEqual(
        found.lines.map((line) => line.case.id).sort(),
        await stood(figure, to),
        `${figure} ${period}`,
      )
      assert.deepEqual(
        found.count,
        { whole: found.lines.length, reached: found.lines.length },
        `${figure} ${period}`,
      )
    }
})
