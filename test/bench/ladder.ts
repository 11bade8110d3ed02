import { join } from 'node:path'
import { letTimeAct, openProofFolder, submitCase } from '#cases'
import { newId, stoppedClock } from '#kernel'
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
import { type AppTools, buildTools } from '../../src/tools.ts'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'

const SUNDAY = '2026-10-04T07:30:00+03:00'
/** By then the routing clock of every case has reached its warning, and nothing else. */
const ALL_DUE = '2026-10-05T13:30:00+03:00'

export interface Climbed {
  clocks: number
  workers: number
  seconds: number
  /** Rungs that were climbed; as many as clocks, when each is climbed once. */
  rungs: number
  doubled: number
  left: number
}

/**
 * So many clocks that reach a rung at one moment, as after a long holiday, let go by so many workers: on a durable
 * database of its own, as it runs in production.
 */
export async function climbTogether(clocks: number, workers: number): Promise<Climbed> {
  const dataDir = scratchFolder('ladder')
  const config = readConfig({ DATA_DIR: dataDir, PATH: process.env.PATH })
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  try {
    await migrate(database.owner)
    const owner = connect(database.owner)
    const db = connect({ ...database.owner, role: 'sawt_app', max: workers + 1 })
    const clock = stoppedClock(SUNDAY)
    const tools = buildTools({
      ...{ db, log, clock, publicUrl: config.publicUrl, demonstration: false },
      files: openFiles({ dir: join(dataDir, 'files') }),
      proof: openProofFolder(dataDir),
      secret: Buffer.from(config.secret),
    })
    await manyCases(tools, owner, clocks)
    clock.set(ALL_DUE)
    const started = performance.now()
    await Promise.all(Array.from({ length: workers }, () => sweep(tools)))
    const seconds = (performance.now() - started) / 1000
    const found = await counted(owner, clock.now())
    await Promise.all([owner.close(), db.close()])
    return { clocks, workers, seconds, ...found }
  } finally {
    await database.stop()
    removeScratch(dataDir)
  }
}

async function sweep(tools: AppTools) {
  while ((await letTimeAct(tools)) > 0);
}

/** One case that was really submitted, and its likes: all with the same clocks. */
async function manyCases(tools: AppTools, owner: Database, clocks: number): Promise<void> {
  const seeded = await seedCountry(tools, 'bahrain')
  if (!seeded.ok) throw new Error(seeded.reason)
  tools.forget()
  const key = { scope: 'bench', key: newId(), bodyHash: Buffer.from('bench') }
  const given = {
    type: 'complaint',
    text: 'حفرة كبيرة في الشارع أمام المدرسة',
    requester: { phone: '+97333001122' },
  }
  const made = await submitCase(tools, {}, given, key)
  if (!made.ok) throw new Error(made.reason)
  const { id } = made.value.state
  await owner.run(sql`
    insert into cases
    select (jsonb_populate_record(c, jsonb_build_object('id', uuidv7(), 'reference', 'bench-' || n))).*
      from cases c, generate_series(2, ${clocks}::int) n where c.id = ${id}`)
  await owner.run(sql`
    insert into case_events (case_id, seq, step, at, role, actor_id, facts, words_hash)
    select c.id, e.seq, e.step, e.at, e.role, e.actor_id, e.facts, e.words_hash
      from case_events e, cases c where e.case_id = ${id} and c.id <> ${id}`)
  await owner.run(sql`analyze cases`)
}

async function counted(db: Database, now: Temporal.Instant) {
  const found = await db.row<Pick<Climbed, 'rungs' | 'doubled' | 'left'>>(sql`
    with climbed as (
      select case_id, facts ->> 'rung' as rung, count(*) as times from case_events
       where step = 'escalate' group by 1, 2)
    select (select count(*) from climbed) as rungs, (select count(*) from climbed where times > 1) as doubled,
           (select count(*) from cases where next_act_at <= ${now}) as left`)
  if (!found) throw new Error('a count is always a row')
  return found
}
