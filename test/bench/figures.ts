import { join } from 'node:path'
import { openProofFolder } from '#cases'
import { dashboard, publishedFigures, rebuildRollUps } from '#insight'
import { stoppedClock } from '#kernel'
import type { Officer, StaffRole } from '#people'
import {
  connect,
  type Database,
  migrate,
  openFiles,
  openLog,
  readConfig,
  sql,
  visitDatabase,
} from '#platform'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import type { Cube } from '../../src/insight/model/roll-ups/cubes.ts'
import { foldCells, foldDurations, sortInMemory } from '../../src/insight/store/roll-ups/deltas.ts'
import { type AppTools, buildTools } from '../../src/tools.ts'
import { COLUMNS } from '../../src/web/analysis/breakdown.tsx'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'
import { UNTIL_PLANNED } from './load.ts'

/** What the questions below read. The whole grain grows with the cases, and no page reads it whole: 40 GB at ten million. */
const CUBES_READ: Cube[] = ['nation', 'entity', 'category', 'entity-category', 'governorate']
const BATCH = 1_000_000
const NOW = '2026-11-20T10:00:00+03:00'

export interface Asked {
  name: string
  p50: number
  p95: number
}

export interface Measured {
  cases: number
  cells: number
  asked: Asked[]
}

/**
 * How long questions take as cases become more: on a durable database of its own, in one process, one after the
 * other. Three years of cases are put straight into the figures' tables, in the grain in which a consumer would have
 * left them, spread over entities, categories, places, types and channels; one in twenty is open.
 */
export async function askGrowing(
  sizes: number[],
  rounds: number,
  tell: (measured: Measured) => void,
): Promise<void> {
  const dataDir = scratchFolder('figures')
  const config = readConfig({ DATA_DIR: dataDir, PATH: process.env.PATH })
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  try {
    await migrate(database.owner)
    const [owner, db] = [connect(database.owner), connect({ ...database.owner, role: 'sawt_app', max: 10 })]
    const tools = buildTools({
      ...{ db, log, clock: stoppedClock(NOW), publicUrl: config.publicUrl, demonstration: false },
      files: openFiles({ dir: join(dataDir, 'files') }),
      proof: openProofFolder(dataDir),
      secret: Buffer.from(config.secret),
    })
    const seeded = await seedCountry(tools, 'jordan')
    if (!seeded.ok) throw new Error(seeded.reason)
    tools.forget()
    await rebuildRollUps(tools)
    let there = 0
    for (const cases of sizes) {
      await grow(owner, there, cases)
      there = cases
      const [{ n: cells } = { n: 0 }] = await owner.rows<{ n: number }>(
        sql`select count(*) as n from rollup_cells`,
      )
      tell({ cases, cells, asked: await askAll(tools, rounds) })
    }
    await Promise.all([owner.close(), db.close()])
  } finally {
    await database.stop()
    removeScratch(dataDir)
  }
}

async function grow(owner: Database, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += BATCH) {
    const end = Math.min(to, start + BATCH)
    await owner.run(sql`
      with entity as (select array_agg(id order by id) as ids from entities),
           category as (select array_agg(id order by id) as ids from categories),
           place as (select array_agg(id order by id) as ids from places where parent_id is null),
      numbered as (
        select i, entity.ids[1 + power(h1, 2) * (cardinality(entity.ids) - 1)] as entity,
               category.ids[1 + (floor(power(h1, 2) * (cardinality(entity.ids) - 1))::int * 3 + i % 4) % cardinality(category.ids)] as category,
               place.ids[1 + floor(h2 * cardinality(place.ids))] as place,
               (array['complaint', 'complaint', 'inquiry', 'suggestion', 'praise'])[1 + i % 5] as type,
               (array['web', 'phone', 'counter', 'mail', 'chat'])[1 + floor(h3 * 5)::int] as channel,
               ${NOW}::timestamptz - make_interval(hours => floor(h4 * 26280)::int) as received,
               make_interval(hours => floor(4 + power(h2, 3) * 900)::int) as took, i % 20 = 0 as open
          from generate_series(${start}::int + 1, ${end}::int) i, entity, category, place,
               lateral (select random() as h1, random() as h2, random() as h3, random() as h4 where i > 0) r
      )
      insert into case_figures (generation, case_id, entity, category, place, type, channel, source, received_at,
                                answer_by, routed_at, answered_at, closed_at, outcome, merged, objected, bounces,
                                returns, reopens, solved, respect, promised_on, kept_on, recurring, answer_bin)
      select (select generation from rollup_generation),
             ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, entity, category, place, type, channel, '',
             received, received + interval '8 days', received, case when not open then received + took end,
             case when not open then received + took end, 'solved', false, false, 0, 0, 0,
             case when i % 4 = 0 then 1 + i % 5 end, case when i % 4 = 0 then 3 end, '{}', '{}', false,
             case when not open then round(extract(epoch from took) / 8640)::int end
        from numbered`)
    await deltas(owner, start, end)
    await owner.transaction(async (tx) => {
      const [{ generation } = { generation: 1 }] = await tx.rows<{ generation: number }>(
        sql`select generation from rollup_generation`,
      )
      await sortInMemory(tx)
      await foldCells(tx, { number: generation, next: false }, CUBES_READ)
      await foldDurations(tx, { number: generation, next: false }, CUBES_READ)
      await tx.run(sql`delete from rollup_deltas`)
      await tx.run(sql`delete from rollup_duration_deltas`)
    })
    await owner.pool.query('vacuum rollup_deltas, rollup_duration_deltas')
  }
  // As autovacuum leaves them: differences that were folded are gone.
  for (const table of [
    'rollup_deltas',
    'rollup_duration_deltas',
    'rollup_cells',
    'rollup_durations',
    'rollup_histograms',
    'case_figures',
  ])
    await owner.pool.query(`vacuum analyze ${table}`)
}

/** The counts that dashboards ask for, from the figures of those cases. */
async function deltas(owner: Database, start: number, end: number): Promise<void> {
  const zeros = sql`0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0`
  await owner.run(sql`
    insert into rollup_deltas (generation, basis, day, entity, category, place, type, channel, source, received,
      still_open, answered, on_time, first_right, rated, satisfied, closed, closed_late, fell_due, merged,
      entity_answered, entity_on_time, solved_sum, respect_sum, refused, withdrawn, unanswered, first_actions, promised,
      promised_kept, handed, bounced, returned, reopened, objected, upheld, extended, warned, to_head, to_minister,
      to_operations, recurring)
    select f.generation, v.basis, v.day, entity, category, place, type, channel, source, sum(v.received),
           sum(v.still_open), sum(v.answered), sum(v.on_time), sum(v.answered), sum(v.rated), sum(v.satisfied),
           sum(v.closed), sum(v.closed_late), sum(v.fell_due), 0, ${zeros}
      from case_figures f cross join lateral (values
           ('happened', received_at::date, 1, (closed_at is null)::int, 0, 0, 0, 0, 0, 0, 0),
           ('happened', answered_at::date, 0, 0, 1, (answered_at <= answer_by)::int, (solved is not null)::int,
            (coalesce(solved, 0) >= 4)::int, 1, (answered_at > answer_by)::int, 0),
           ('happened', answer_by::date, 0, 0, 0, 0, 0, 0, 0, 0, (coalesce(closed_at, 'infinity') > answer_by)::int),
           ('received', date_trunc('month', received_at)::date, 1, (closed_at is null)::int, (closed_at is not null)::int,
            coalesce(answered_at <= answer_by, false)::int, (solved is not null)::int, 0, (closed_at is not null)::int, 0, 0)
           ) v (basis, day, received, still_open, answered, on_time, rated, satisfied, closed, closed_late, fell_due)
     where f.case_id > ('00000000-0000-7000-8000-' || lpad(to_hex(${start}::int), 12, '0'))::uuid
       and f.case_id <= ('00000000-0000-7000-8000-' || lpad(to_hex(${end}::int), 12, '0'))::uuid and v.day is not null
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9`)
  await owner.run(sql`
    insert into rollup_duration_deltas (generation, basis, what, month, entity, category, place, type, channel, source, bin, n)
    select generation, v.basis, 'answer', v.month, entity, category, place, type, channel, source, answer_bin, count(*)
      from case_figures f cross join lateral (values
           ('happened', date_trunc('month', answered_at)::date), ('received', date_trunc('month', received_at)::date)) v (basis, month)
     where f.case_id > ('00000000-0000-7000-8000-' || lpad(to_hex(${start}::int), 12, '0'))::uuid
       and f.case_id <= ('00000000-0000-7000-8000-' || lpad(to_hex(${end}::int), 12, '0'))::uuid and answer_bin is not null
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`)
}

async function askAll(tools: AppTools, rounds: number): Promise<Asked[]> {
  const directory = await tools.directory()
  const [sector] = directory.sectors('en')
  const [entity] = directory.entities('en')
  const nation = officer('operator', 'nation')
  const board = (who: Officer, query: Record<string, string>) => async () => {
    const found = await dashboard(tools, who, query, COLUMNS)
    if (!found.ok) throw new Error(found.reason)
    if (found.value.lines.length === 0) throw new Error(`${JSON.stringify(query)} shows nothing`)
  }
  const questions: [string, () => Promise<unknown>][] = [
    ['nation, this month, by entity', board(nation, {})],
    ['nation, a year, by category', board(nation, { period: '2025', by: 'category' })],
    ['nation, a quarter, by governorate', board(nation, { period: '2026-q3', by: 'place' })],
    [
      'minister, a quarter, by entity',
      board(officer('minister', 'sector', sector?.id), { period: '2026-q3' }),
    ],
    ['head, this month, by category', board(officer('head', 'entity', entity?.id), {})],
    ['public scorecard, a quarter', () => publishedFigures(tools, '2026-q3')],
  ]
  const asked: Asked[] = []
  for (const [name, ask] of questions) {
    for (let warm = 0; warm < UNTIL_PLANNED; warm++) await ask()
    const took: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = performance.now()
      await ask()
      took.push(performance.now() - began)
    }
    took.sort((one, other) => one - other)
    asked.push({ name, p50: took[Math.floor(rounds * 0.5)] ?? 0, p95: took[Math.floor(rounds * 0.95)] ?? 0 })
  }
  return asked
}

const officer = (role: StaffRole, scope: 'nation' | 'sector' | 'entity', scopeId?: string): Officer => ({
  id: '00000000-0000-7000-8000-000000000000',
  name: role,
  language: 'en',
  grants: [{ id: '00000000-0000-7000-8000-000000000000', role, scope, ...(scopeId && { scopeId }) }],
})
