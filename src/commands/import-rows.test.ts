import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type CaseEvent, importCases, mapping, replay } from '#cases'
import { loadDirectory } from '#entities'
import { checkDigit } from '#kernel'
import { type Db, sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import { COLUMNS, file, line, OLD_PORTAL } from '../../test/kit/old-portal.ts'
import { typed } from '../../test/kit/typed.ts'
import { importFile } from './import.ts'

async function aCommand(t: TestContext) {
  const country = await aCountry(t)
  const { tools, db } = country
  const dir = mkdtempSync(join(tmpdir(), 'sawt-import-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content)
    return join(dir, name)
  }
  const portal = write('mapping.json', JSON.stringify(OLD_PORTAL))
  const run = async (path: string, mapped = portal, more: string[] = []) => {
    const args = [
      path,
      '--mapping',
      mapped,
      '--source',
      'old-portal',
      '--rejected',
      join(dir, 'rejected.csv'),
      ...more,
    ]
    const said = await typed(importFile, { ...tools, directory: () => loadDirectory(db) }, ...args)
    return { ...said, out: said.out.join('\n') }
  }
  const rejected = (): Record<string, string>[] =>
    existsSync(join(dir, 'rejected.csv'))
      ? parse(readFileSync(join(dir, 'rejected.csv')), { columns: true, relax_column_count: true })
      : []
  return { country, db, run, write, rejected }
}

const counts = (db: Db) =>
  db.row<Record<string, number>>(sql`
    select (select count(*) from cases) as cases, (select count(distinct (source, source_id)) from cases) as numbers,
           (select count(*) from case_events) as events, (select count(*) from case_words) as words,
           (select count(*) from requesters) as requesters, (select count(*) from entities) as entities,
           (select count(*) from categories) as categories, (select configuration from installation) as configuration`)

const bySourceId = (db: Db, id: string) =>
  db.row<Record<string, unknown> & { id: string; reference: string }>(sql`
    select c.*, e.name_en as entity, g.name_en as category from cases c left join entities e on e.id = c.entity_id
      left join categories g on g.id = c.category_id where source_id = ${id}`)

const stepsOf = (db: Db, caseId: string) =>
  db.rows<CaseEvent & { words: { text?: string } | null }>(sql`
    select case_id as "caseId", seq, step, at, role, actor_id as "actorId", facts, words
      from case_events left join case_words using (case_id, seq) where case_id = ${caseId} order by seq`)

test('a row becomes a real case: number, clock, entity, words and a history that replays', async (t) => {
  const { db, run, write } = await aCommand(t)
  const { code, out } = await run(write('old.csv', file(30)))
  assert.equal(code, 0)
  assert.match(out, /read +30\n +imported +30\n/)
  const answered = await bySourceId(db, 'T-3')
  assert.ok(answered)
  assert.match(answered.reference, /^24\d{9}$/)
  assert.equal(checkDigit(answered.reference.slice(0, 10)), answered.reference[10])
  assert.equal(String(answered.received_at), '2024-03-04T00:15:00Z')
  assert.equal(String(answered.answer_by), '2024-04-10T20:59:59Z') // the tenth, to its end
  assert.equal(answered.channel, 'phone')
  const events = await stepsOf(db, answered.id)
  assert.deepEqual(
    events.map(({ step, role, facts }) => [step, role, facts.source]),
    [
      'submit resident',
      'route reviewer',
      'reply entity',
      'verify reviewer',
      'release system',
      'close system',
    ].map((it) => [...it.split(' '), 'old-portal']),
  )
  assert.equal(events[2]?.words?.text, 'أصلحنا الحفرة رقم 3')
  for (const { id, ...row } of await db.rows<{
    id: string
    stage: string
    clock: string
    clock_due: unknown
  }>(sql`
    select id, stage, clock, clock_due from cases`)) {
    const state = replay(await stepsOf(db, id))
    assert.deepEqual(
      [state.stage, state.clock, String(state.clockDue)],
      [row.stage, row.clock, String(row.clock_due)],
    )
  }
})

test('a case still open keeps a running clock, and one without a date gets the promise', async (t) => {
  const { db, run, write } = await aCommand(t)
  await run(write('old.csv', file(70)))
  const [open, fresh] = [await bySourceId(db, 'T-5'), await bySourceId(db, 'T-10')]
  assert.deepEqual([open?.stage, open?.clock], ['with-entity', 'first-action'])
  assert.deepEqual([fresh?.stage, fresh?.clock], ['received', 'routing'])
  assert.ok(open?.clock_due && fresh?.clock_due)
  const promised = await bySourceId(db, 'T-7')
  // Praise of Friday 8 March 2024 is owed five working days by the country's calendar.
  assert.equal(String(promised?.answer_by), '2024-03-14T11:15:00Z')
  const withdrawn = await bySourceId(db, 'T-2')
  assert.deepEqual([withdrawn?.stage, withdrawn?.outcome], ['closed', 'withdrawn'])
})

test('a place that the country knows counts there; a town named like its governorate, and a name of two, do not mislead', async (t) => {
  const { country, db, run, write } = await aCommand(t)
  await country.owner.run(sql`
    insert into places (id, parent_id, level, name_ar, name_en)
    values ('north', null, 'governorate', 'الشمال', 'North'), ('south', null, 'governorate', 'الجنوب', 'South'),
           ('north-town', 'north', 'municipality', 'الشمال', 'North'), ('north-mill', 'north', 'municipality', 'الطاحونة', 'Mill'),
           ('south-mill', 'south', 'municipality', 'الطاحونة', 'Mill')`)
  const rows = ['الشمال', 'south-mill', 'الطاحونة', 'حارتنا', '']
  const mapped = write(
    'places.json',
    JSON.stringify({
      timeZone: 'Asia/Bahrain',
      ...{ id: 'id', received: 'on', text: 'text', place: 'where' },
      ...{ type: { always: 'complaint' }, stage: { always: 'received' } },
    }),
  )
  const csv = rows.map((where, at) => `P-${at},2024-03-01,حفرة,${where}\n`)
  assert.equal((await run(write('places.csv', `id,on,text,where\n${csv.join('')}`), mapped)).code, 0)
  const found = await db.rows<{ place: string | null }>(
    sql`select place_id as place from cases order by source_id`,
  )
  assert.deepEqual(
    found.map(({ place }) => place),
    ['north', 'south-mill', null, null, null],
  )
  assert.equal(
    (await db.row<{ n: number }>(sql`select count(*) as n from case_words where words ? 'place'`))?.n,
    4,
  )
})

test('an entity known by name is not made again; a new one begins at the first stage', async (t) => {
  const { db, run, write } = await aCommand(t)
  await run(write('old.csv', file(8)))
  const made = await db.rows(sql`
    select id, name_ar, onboarding, calendar_id, source from entities where source is not null order by id`)
  assert.deepEqual(made, [
    {
      id: made[0] && (made[0] as { id: string }).id,
      name_ar: 'بلدية المحرق',
      onboarding: 'contacted',
      calendar_id: 'government',
      source: 'old-portal',
    },
    {
      id: 'old-roads-office',
      name_ar: 'Old Roads Office',
      onboarding: 'contacted',
      calendar_id: 'government',
      source: 'old-portal',
    },
  ])
  assert.match(String((made[0] as { id: string }).id), /^old-portal-[0-9a-f]{8}$/)
  assert.equal((await bySourceId(db, 'T-4'))?.entity_id, 'works')
  assert.equal((await bySourceId(db, 'T-3'))?.category_id, 'potholes')
  assert.equal((await bySourceId(db, 'T-2'))?.category_id, 'water-and-sewers')
})

test('bringing a file twice, packed or renamed, changes nothing', async (t) => {
  const { db, run, write } = await aCommand(t)
  await run(write('old.csv', file(300)))
  const before = await counts(db)
  for (const again of [write('old.csv', file(300)), write('old.csv.gz', gzipSync(file(300)))]) {
    const { code, out } = await run(again)
    assert.equal(code, 0)
    assert.match(out, /imported +0\n +already there +300\n +rejected +0/)
  }
  assert.deepEqual(await counts(db), before)
  const { out } = await run(write('longer.csv', file(310)))
  assert.match(out, /imported +10\n[\s\S]*already there +300/)
})

test('rows that cannot be understood are told with line and reason, and cost no other row', async (t) => {
  const { db, run, write, rejected } = await aCommand(t)
  const lines = [
    COLUMNS,
    line(1),
    line(2, { Opened: '31/02/2024 08:00' }),
    line(3, { Story: 'سطر أول\nسطر "ثان", وفاصلة' }),
    line(4, { Status: 'Lost' }),
    line(5, { Story: 'a\0b' }),
    'T-6,too,few',
    line(1, { Story: 'another story under the same number' }),
    line(8, { Closed: '', Status: 'Closed' }),
    line(9, { Story: 'x'.repeat(10_001) }),
    `T-10,"never closed,${'x'.repeat(50)}`,
    line(11, { Ticket: '' }),
    line(12, { Opened: '01/01/2199 08:00' }),
    line(13),
  ]
  const { code, out } = await run(write('bad.csv', `\ufeff${lines.join('\r\n')}`))
  assert.equal(code, 0)
  assert.match(out, /read +13\n +imported +3\n[\s\S]*rejected +10 /)
  const told = rejected().map(({ line, reason = '' }) => [Number(line), reason])
  const expected: [number, RegExp][] = [
    [3, /Opened "31\/02\/2024 08:00" is no date/],
    [6, /does not say which stage Status "Lost" is/],
    [7, /NUL/],
    [8, /3 columns where the header has 14/],
    [9, /T-1 stands in line 2 already/],
    [10, /closed, but its closing date is empty/],
    [11, /10001 characters/],
    [12, /never closed/],
    [13, /number \(Ticket\) is empty/],
    [14, /future/],
  ]
  assert.deepEqual(
    told.map(([at]) => at),
    expected.map(([at]) => at),
  )
  for (const [index, [, reason]] of expected.entries()) assert.match(String(told[index]?.[1]), reason)
  const kept = await bySourceId(db, 'T-3')
  assert.equal((await stepsOf(db, kept?.id ?? ''))[0]?.words?.text, 'سطر أول\nسطر "ثان", وفاصلة')
  assert.ok(await bySourceId(db, 'T-13'))
})

test('a row closed before it was opened is kept, its date is told beside, and its history goes forward', async (t) => {
  const { db, run, write } = await aCommand(t)
  const { out } = await run(write('odd.csv', [COLUMNS, line(3, { Closed: '01/01/2024 10:00' })].join('\n')))
  assert.match(out, /Kept, but odd:\n +closed-before-received +1/)
  const found = await bySourceId(db, 'T-3')
  assert.equal(String(found?.closed_at), String(found?.received_at))
  const [first] = await stepsOf(db, found?.id ?? '')
  assert.deepEqual(first?.facts.oddities, ['closed-before-received'])
  assert.deepEqual(first?.facts.sourceDates, { closed: '2024-01-01T07:00:00Z' })
})

test('an import killed on its way goes on where it was: nothing twice, nothing missing', {
  timeout: 120_000,
}, async (t) => {
  const { country, db, write } = await aCommand(t)
  const path = write('long.csv', file(20_000))
  const program = join(import.meta.dirname, '../../test/kit/run-import.ts')
  const loader = ['--no-warnings', '--import', join(import.meta.dirname, '../tsx-loader.ts')]
  const start = () =>
    spawn(process.execPath, [
      ...loader,
      program,
      JSON.stringify(country.connection),
      path,
      JSON.stringify(OLD_PORTAL),
    ])
  const position = async () =>
    (await db.row<{ records: number }>(sql`select records from imports`))?.records ?? 0
  let kills = 0
  for (const wanted of [1, 6_000, 12_000]) {
    const child = start()
    const ended = new Promise((resolve) => child.on('exit', resolve))
    while ((await position()) < wanted && child.exitCode === null)
      await new Promise((go) => setTimeout(go, 20))
    assert.equal(child.exitCode, null, 'it was too fast to be killed')
    child.kill('SIGKILL')
    await ended
    kills++
    const { cases, records } = (await db.row<{ cases: number; records: number }>(sql`
      select (select count(*) from cases) as cases, (select imported from imports) as records`)) ?? {
      cases: 0,
      records: 1,
    }
    assert.equal(cases, records, 'the position moves with the cases')
  }
  assert.equal(kills, 3)
  const { tools } = country
  const done = await importCases(
    { ...tools, directory: () => loadDirectory(db) },
    { path, mapping: mapping.parse(OLD_PORTAL), source: 'old-portal' },
  )
  assert.ok(done.ok)
  const { read, imported, known, rejected, resumed, stages } = done.value
  assert.deepEqual([read, imported, known, rejected], [20_000, 20_000, 0, 0])
  assert.ok(resumed >= 12_000)
  assert.equal(
    Object.values(stages).reduce((sum, count) => sum + count),
    20_000,
  )
  const found = await counts(db)
  assert.deepEqual([found?.cases, found?.numbers, found?.requesters], [20_000, 20_000, 20_000])
})

test('two imports of one source at once make each case once', async (t) => {
  const { country, db, write } = await aCommand(t)
  const path = write('both.csv', file(5_000))
  const tools = { ...country.tools, directory: () => loadDirectory(db) }
  const order = { path, mapping: mapping.parse(OLD_PORTAL), source: 'old-portal' }
  const done = await Promise.all([importCases(tools, order), importCases(tools, order)])
  assert.ok(done.every(({ ok }) => ok))
  assert.equal((await counts(db))?.cases, 5_000)
})

const refusals: [
  string,
  (write: (name: string, content: string) => string) => [string, string?, string[]?],
  RegExp,
][] = [
  ['a file that is not there', () => ['/nowhere/at-all.csv'], /cannot be read/],
  ['an empty file', (write) => [write('empty.csv', '')], /is empty/],
  [
    'a file without the columns',
    (write) => [write('other.csv', 'a,b\n1,2\n')],
    /columns that the file does not have: Ticket/,
  ],
  [
    'a mapping that is not there',
    (write) => [write('o.csv', file(1)), 'nobody'],
    /There is no mapping nobody/,
  ],
  ['a mapping that is no JSON', (write) => [write('o.csv', file(1)), write('m.json', '{')], /is no JSON/],
  [
    'a mapping with mistakes',
    (write) => [
      write('o.csv', file(1)),
      write('m.json', JSON.stringify({ ...OLD_PORTAL, timeZone: 'Moon', colour: 1 })),
    ],
    /timeZone: is no time zone[\s\S]*colour/,
  ],
  [
    'a source that is no name',
    (write) => [write('o.csv', file(1)), undefined, ['--source', 'Old Portal']],
    /--source is made of/,
  ],
]
for (const [what, given, remedy] of refusals) {
  test(`refuses ${what} and says what to do`, async (t) => {
    const { run, write, db } = await aCommand(t)
    const { code, error } = await run(...given(write))
    assert.equal(code, 1)
    assert.match(error, remedy)
    assert.deepEqual(await db.rows(sql`select id from cases`), [])
  })
}
