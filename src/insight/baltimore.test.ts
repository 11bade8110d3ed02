import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { loadDirectory } from '#entities'
import { sql } from '#platform'
import { aCountry } from '../../test/kit/country.ts'
import { typed } from '../../test/kit/typed.ts'
import { importFile } from '../commands/import.ts'
import { type Indicators, indicators, reconcile } from './index.ts'

const FILE = join(import.meta.dirname, '../../../shared/data/baltimore_311/requests.csv')
const ZONE = 'America/New_York'

interface Row {
  agency: string
  channel: string
  year: string
  received: number
  due: number
  closed?: number
}

/** The figures of some rows, computed here and not by Sawt. */
function figuresOf(rows: Row[], asOf: number) {
  const closed = rows.filter((row): row is Row & { closed: number } => row.closed !== undefined)
  const onTime = closed.filter((row) => row.closed <= row.due).length
  const took = closed.map((row) => row.closed - row.received).sort((a, b) => a - b)
  return {
    received: rows.length,
    answered: closed.length,
    closed: closed.length,
    open: rows.length - closed.length,
    overdue: rows.filter((row) => row.closed === undefined && row.due < asOf).length,
    onTime,
    onTimeRate: closed.length > 0 ? Math.round((onTime / closed.length) * 10_000) / 10_000 : null,
    medianHours: percentile(took, 0.5),
    p90Hours: percentile(took, 0.9),
  }
}

function percentile(sorted: number[], share: number): number | null {
  const at = share * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (low === undefined || high === undefined) return null
  // Milliseconds, to hundredths of an hour; a half goes up.
  return Math.round(Number(((low + (at - Math.floor(at)) * (high - low)) / 36_000).toFixed(6))) / 100
}

const COMPARED = Object.keys(figuresOf([], 0)) as (keyof ReturnType<typeof figuresOf>)[]
const shown = (row: Indicators) => Object.fromEntries(COMPARED.map((each) => [each, row[each]]))

test('Baltimore: every figure by agency, year, channel and month is the one computed from the file', {
  skip: existsSync(FILE) ? false : 'the shared data sets are not here',
}, async (t) => {
  const country = await aCountry(t)
  const { db } = country
  await country.owner.run(sql`update installation set time_zone = ${ZONE}`)
  const tools = { ...country.tools, directory: () => loadDirectory(db) }
  const done = await typed(importFile, tools, FILE, '--mapping', 'baltimore', '--source', 'baltimore')
  assert.equal(done.code, 0)
  assert.equal((await reconcile(tools)).differing, 0)

  const ids = new Map(
    (
      await db.rows<{ sourceId: string; entity: string; channel: string; due: Temporal.Instant }>(sql`
        select source_id as "sourceId", coalesce(entity_id, '') as entity, channel, answer_by as due
          from cases where source = 'baltimore'`)
    ).map((each) => [each.sourceId, each]),
  )
  const at = (local: string) =>
    Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().epochMilliseconds
  const file: Record<string, string>[] = parse(readFileSync(FILE), { columns: true })
  const rows = file.map((row): Row => {
    const known = ids.get(row.id ?? '') ?? assert.fail(row.id)
    return {
      agency: known.entity,
      channel: known.channel,
      year: row.created?.slice(0, 4) ?? '',
      received: at(row.created ?? ''),
      // Where Baltimore promised nothing, Sawt's own promise is what it is judged by.
      due: row.due ? at(row.due) : known.due.epochMilliseconds,
      ...(row.closed ? { closed: at(row.closed) } : {}),
    }
  })
  const now = country.clock.now().epochMilliseconds
  let compared = 0
  const agree = async (query: Record<string, string>, chosen: Row[], keyOf: (row: Row) => string) => {
    const answer = await indicators(tools, { source: 'baltimore', ...query })
    assert.ok(answer.ok)
    const expected = Map.groupBy(chosen, keyOf)
    assert.equal(answer.value.rows.length, expected.size, JSON.stringify(query))
    for (const row of answer.value.rows) {
      const own = expected.get(row.key ?? '') ?? assert.fail(`${row.key}`)
      assert.deepEqual(shown(row), figuresOf(own, now), `${JSON.stringify(query)} ${row.key}`)
      compared += COMPARED.length
    }
  }
  const years = [...new Set(rows.map(({ year }) => year))]
  await agree({}, rows, () => 'all')
  await agree({ by: 'entity' }, rows, ({ agency }) => agency)
  await agree({ by: 'year' }, rows, ({ year }) => year)
  await agree({ by: 'channel' }, rows, ({ channel }) => channel)
  for (const year of years) {
    const chosen = rows.filter((row) => row.year === year)
    const range = { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` }
    await agree({ ...range, by: 'entity' }, chosen, ({ agency }) => agency)
    await agree({ ...range, by: 'channel' }, chosen, ({ channel }) => channel)
  }
  // A year of one agency, and the same by way of the cases themselves: a day is cut off that brought nothing.
  const [{ agency } = assert.fail()] = rows
  const own = rows.filter((row) => row.agency === agency)
  await agree({ entity: agency, by: 'year' }, own, ({ year }) => year)
  await agree({ entity: agency, by: 'year', from: '1999-01-02' }, own, ({ year }) => year)
  t.diagnostic(`${compared} figures compared, of ${rows.length} cases`)
})
