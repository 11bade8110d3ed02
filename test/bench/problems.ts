import { join } from 'node:path'
import { openProofFolder, submitCase } from '#cases'
import { newId, stoppedClock } from '#kernel'
import {
  catchUp,
  connect,
  type Database,
  json,
  migrate,
  openFiles,
  openLog,
  readConfig,
  sql,
  visitDatabase,
} from '#platform'
import { problemFinder } from '#problems'
import { seedCountry } from '../../src/commands/seeding/seed-country.ts'
import { buildTools } from '../../src/tools.ts'
import { type Phrases, plantedHistory } from '../kit/planted.ts'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'

export interface Read {
  /** Cases read before this stretch. */
  before: number
  /** Milliseconds for each case, all told: reading, comparing and writing. */
  perCase: number
  /** Of those, this process's own work; the rest is the database and waiting. */
  ownWork: number
  clusters: number
}

const STRETCH = 5_000

/**
 * What the finder of recurring problems costs for a case, as the cases before it become more: so many in four months,
 * read in the batches in which they would be read, on a durable database of its own.
 *
 * @param others rows of keys of cases that are never met, for the depth of the index
 */
export async function readGrowing(
  cases: number,
  others: number,
  categories: readonly Phrases[],
  tell: (read: Read) => void,
): Promise<void> {
  const dataDir = scratchFolder('problems')
  const config = readConfig({ DATA_DIR: dataDir, PATH: process.env.PATH })
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  try {
    await migrate(database.owner)
    const owner = connect(database.owner)
    const db = connect({ ...database.owner, role: 'sawt_app', max: 2 })
    const clock = stoppedClock('2026-10-04T07:30:00+03:00')
    const tools = buildTools({
      ...{ db, log, clock, publicUrl: config.publicUrl, demonstration: false },
      files: openFiles({ dir: join(dataDir, 'files') }),
      proof: openProofFolder(dataDir),
      secret: Buffer.from(config.secret),
    })
    const seeded = await seedCountry(tools, 'bahrain')
    if (!seeded.ok) throw new Error(seeded.reason)
    tools.forget()
    await owner.run(sql`
      insert into problem_bands (key, case_id, at)
      select (random() * 9e15)::bigint, uuidv7(), now() from generate_series(1, ${others}::int)`)
    const directory = await tools.directory()
    const towns = directory
      .places(null, 'ar')
      .flatMap(({ id }) => directory.places(id, 'ar').map((one) => one.id))
    const history = plantedHistory([], categories, towns, { noise: cases, days: 120 })
    for (let from = 0; from < cases; from += STRETCH) {
      await bring(tools, owner, history.slice(from, from + STRETCH))
      const [started, used] = [performance.now(), process.cpuUsage()]
      await catchUp(db, problemFinder(tools))
      const read = Math.min(STRETCH, cases - from)
      const perCase = (performance.now() - started) / read
      const ownWork = process.cpuUsage(used).user / 1000 / read
      const found = await owner.row<{ n: number }>(sql`select count(*) as n from problem_clusters`)
      tell({ before: from, perCase, ownWork, clusters: found?.n ?? 0 })
    }
    await Promise.all([owner.close(), db.close()])
  } finally {
    await database.stop()
    removeScratch(dataDir)
  }
}

/** One case that is really submitted, and its likes with other words, subjects and places. */
async function bring(
  tools: ReturnType<typeof buildTools>,
  owner: Database,
  cases: ReturnType<typeof plantedHistory>,
): Promise<void> {
  const key = { scope: 'bench', key: newId(), bodyHash: Buffer.from('bench') }
  const given = { type: 'complaint', text: 'أول طلب', requester: { phone: '+97333001122' } }
  const made = await submitCase(tools, {}, given, key)
  if (!made.ok) throw new Error(made.reason)
  const { id } = made.value.state
  const rows = cases.map(({ text, category, place, hour }) => ({ id: newId(), text, category, place, hour }))
  await owner.run(sql`
    with given as (select * from jsonb_to_recordset(${json(rows)}::jsonb)
                     as g (id uuid, text text, category text, place text, hour int)),
         made as (
           insert into cases
           select (jsonb_populate_record(c, jsonb_build_object('id', g.id, 'reference', g.id, 'category_id', g.category,
                     'place_id', g.place, 'received_at', c.received_at - make_interval(hours => 2880 - g.hour)))).*
             from cases c, given g where c.id = ${id} returning id),
         happened as (
           insert into case_events (case_id, seq, step, at, role, facts)
           select id, 1, 'submit', now(), 'resident', '{}' from made returning case_id)
    insert into case_words (case_id, seq, words)
    select g.id, 1, jsonb_build_object('text', g.text) from given g join happened h on h.case_id = g.id`)
  await owner.run(sql`analyze cases`)
}
