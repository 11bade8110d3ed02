import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { type CaseEvent, type CaseState, replay } from '#cases'
import { loadDirectory } from '#entities'
import { type Indicators, indicators, reconcile } from '#insight'
import { type Db, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { typed } from '../../test/kit/typed.ts'
import { importFile } from './import.ts'

const DATA = join(import.meta.dirname, '../../../shared/data')
const absent = existsSync(DATA) ? false : 'the shared data sets are not here'

/** Runs the command over a country whose clock stands after the last row of every set. */
async function anImport(t: TestContext) {
  const country = await aCountry(t)
  const dir = mkdtempSync(join(tmpdir(), 'sawt-import-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const rejected = join(dir, 'rejected.csv')
  const { tools, db } = country
  const run = async (file: string, mapping: string, source: string) => {
    const args = [file, '--mapping', mapping, '--source', source, '--rejected', rejected]
    const said = await typed(importFile, { ...tools, directory: () => loadDirectory(db) }, ...args)
    return { ...said, figures: figuresIn(said.out) }
  }
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content)
    return join(dir, name)
  }
  return { country, db, run, write, rejected }
}

const figuresIn = (lines: string[]): Record<string, number> =>
  Object.fromEntries(
    lines.flatMap((line) =>
      [...line.matchAll(/^ +([\w-]+(?: \w+)?) +(\d+)/g)].map((it) => [it[1], Number(it[2])]),
    ),
  )

const countOf = async (db: Db) =>
  db.row<Record<string, number>>(sql`
    select (select count(*) from cases) as cases, (select count(*) from case_events) as events,
           (select count(*) from case_words) as words, (select count(*) from entities) as entities,
           (select count(*) from categories) as categories`)

async function replayed({ db }: Pick<Country, 'db'>, sample: number): Promise<number> {
  const rows = await db.rows<{ id: string; state: Record<string, unknown> }>(
    sql`select id, to_jsonb(c) as state from cases c order by md5(source_id) limit ${sample}`,
  )
  for (const { id, state } of rows) {
    const events = await db.rows<CaseEvent>(sql`
      select case_id as "caseId", seq, step, at, role, actor_id as "actorId", facts
        from case_events where case_id = ${id} order by seq`)
    agree(replay(events), state)
  }
  return rows.length
}

/** Every part of a replayed state stands in its column. */
function agree(state: CaseState, row: Record<string, unknown>) {
  const renamed: Record<string, string> = {
    place: 'place_id',
    enteredBy: 'entered_by',
    resident: 'resident_id',
  }
  const ids = ['category', 'entity', 'unit', 'handler', 'parent']
  for (const [field, value] of Object.entries(state)) {
    const snake = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const held = row[renamed[field] ?? (ids.includes(field) ? `${field}_id` : snake)]
    const said = value instanceof Temporal.Instant ? value.epochMilliseconds : value
    assert.deepEqual(value instanceof Temporal.Instant ? Date.parse(String(held)) : held, said, field)
  }
}

test('Baltimore: every case, instant, agency and on-time state agrees with the file', {
  skip: absent,
}, async (t) => {
  const { country, db, run } = await anImport(t)
  const file = join(DATA, 'baltimore_311/requests.csv')
  const { code, figures } = await run(file, 'baltimore', 'baltimore')
  assert.equal(code, 0)
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  assert.equal(figures.read, rows.length)
  assert.equal(figures.imported, rows.length)
  assert.equal(figures.rejected, 0)

  const cases = new Map(
    (
      await db.rows<Record<string, unknown> & { id: string }>(sql`
        select c.source_id as id, c.received_at as received, c.answer_by as due, c.closed_at as closed, c.stage,
               c.outcome, e.name_en as agency, g.name_en as type, s.facts->'promise' is not null as promised
          from cases c join entities e on e.id = c.entity_id join categories g on g.id = c.category_id
          join case_events s on s.case_id = c.id and s.seq = 1`)
    ).map((it) => [it.id, it]),
  )
  // The other way round than the import goes: from the instant to the wall of Baltimore, by Intl and not Temporal.
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const local = (at: unknown) =>
    at ? wall.format((at as Temporal.Instant).epochMilliseconds).replace(' ', 'T') : ''
  const skippedHours: string[] = []
  for (const row of rows) {
    const found = cases.get(row.id ?? '')
    assert.ok(found, `${row.id}`)
    assert.equal(local(found.received), row.created)
    assert.equal(local(found.closed), row.closed)
    assert.equal(found.promised, row.due === '')
    if (row.due && local(found.due) !== row.due) skippedHours.push(row.due ?? '')
    assert.equal(found.agency, row.agency)
    // Names are tidied: the file has some with two spaces.
    assert.equal(found.type, row.type?.replace(/\s+/g, ' '))
    assert.equal(found.stage === 'closed', row.status?.startsWith('Closed'))
    assert.equal(found.outcome === 'duplicate', row.status === 'Closed (Duplicate)')
  }
  // On 11 March 2018 Baltimore's clocks went from two to three: two due dates lie in that hour.
  assert.deepEqual(skippedHours.sort(), ['2018-03-11T02:23:08', '2018-03-11T02:43:56'])

  const counted = await db.rows<{
    key: string
    received: number
    open: number
    onTime: number
    late: number
  }>(sql`
    select e.name_en || ' ' || to_char(c.received_at at time zone 'America/New_York', 'YYYY') as key,
           count(*) as received, count(*) filter (where c.closed_at is null) as open,
           count(*) filter (where c.closed_at <= c.answer_by) as "onTime",
           count(*) filter (where c.closed_at > c.answer_by) as late
      from cases c join entities e on e.id = c.entity_id
      join case_events s on s.case_id = c.id and s.seq = 1 and s.facts->'promise' is null
     group by 1 order by 1`)
  const expected = Object.entries(
    Object.groupBy(
      rows.filter(({ due }) => due),
      ({ agency, created }) => `${agency} ${created?.slice(0, 4)}`,
    ),
  ).map(([key, of = []]) => ({
    key,
    received: of.length,
    open: of.filter(({ closed }) => !closed).length,
    // Local times of one zone sort as texts.
    onTime: of.filter(({ closed = '', due = '' }) => closed && closed <= due).length,
    late: of.filter(({ closed = '', due = '' }) => closed > due).length,
  }))
  const sorted = (list: { key: string }[]) => list.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  assert.deepEqual(sorted(counted), sorted(expected))
  await indicatorsAgree(country, rows)
  assert.equal(await replayed(country, 300), 300)

  const before = await countOf(db)
  const again = await run(file, 'baltimore', 'baltimore')
  assert.equal(again.figures.imported, 0)
  assert.equal(again.figures['already there'], rows.length)
  assert.deepEqual(await countOf(db), before)
})

for (const [name, file, rows] of [
  ['san-francisco', 'sf_311/cases.csv', 5_000],
  ['new-york', 'nyc_council_casework/cases.csv.gz', 126_873],
  ['sehhaty', 'sehhaty_reviews/reviews.csv', 1_151],
] as const) {
  test(`${name}: all rows of the shared set become cases, and replay to their rows`, {
    skip: absent,
  }, async (t) => {
    const { country, db, run, rejected } = await anImport(t)
    const begun = performance.now()
    const { code, figures, error } = await run(join(DATA, file), name, name)
    const seconds = (performance.now() - begun) / 1_000
    assert.equal(error, '')
    assert.equal(code, 0)
    const why = existsSync(rejected) ? readFileSync(rejected, 'utf8').slice(0, 2_000) : ''
    assert.deepEqual([figures.read, figures.imported, figures.rejected], [rows, rows, 0], why)
    t.diagnostic(`${Math.round(rows / seconds)} rows a second (N ${rows}, ${JSON.stringify(figures)})`)
    assert.equal(await replayed(country, 200), 200)
    if (name === 'sehhaty') {
      const [row] = await db.rows<{ words: { text: string } }>(sql`
        select w.words from case_words w join case_events e using (case_id, seq)
         where e.step = 'reply' and w.words->>'text' like 'شكراً%' limit 1`)
      assert.match(row?.words.text ?? '', /^شكراً لمشاركتنا رأيك/)
    }
  })
}

/** The figures that everybody is shown, agency by agency; rows to which Baltimore promised nothing are told apart. */
async function indicatorsAgree({ tools, db }: Country, rows: Record<string, string>[]) {
  assert.equal((await reconcile({ ...tools, directory: () => loadDirectory(db) })).differing, 0)
  const shown = await indicators(
    { ...tools, directory: () => loadDirectory(db) },
    { source: 'baltimore', by: 'entity' },
  )
  assert.ok(shown.ok)
  const agencies = await db.rows<{ id: string; name: string; promisedByUs: number }>(sql`
    select e.id, e.name_en as name,
           count(*) filter (where s.facts->'promise' is not null and c.closed_at <= c.answer_by) as "promisedByUs"
      from cases c join entities e on e.id = c.entity_id join case_events s on s.case_id = c.id and s.seq = 1
     group by e.id, e.name_en`)
  assert.equal(shown.value.rows.length, agencies.length)
  for (const { id, name, promisedByUs } of agencies) {
    const figures: Indicators | undefined = shown.value.rows.find(({ key }) => key === id)
    const own = rows.filter(({ agency }) => agency === name)
    const onTime = own.filter(({ closed = '', due = '' }) => closed && due && closed <= due).length
    assert.deepEqual(
      [figures?.received, figures?.closed, figures?.onTime],
      [own.length, own.filter(({ closed }) => closed).length, onTime + promisedByUs],
      name,
    )
  }
}
