import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openProofFolder, type Tools } from '#cases'
import { reconcile } from '#insight'
import { systemClock } from '#kernel'
import { connect, migrate, openFiles, openLog, readConfig, sql, visitDatabase } from '#platform'
import { seedCountry } from '../../../src/commands/seeding/seed-country.ts'
import { buildTools } from '../../../src/tools.ts'
import { type Category, writeHistory } from '../history.ts'
import { type Lived, live } from './live.ts'
import { type Country, plansOf } from './plans.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** Days that our own cases live before the present. */
export const DAYS = 60

export const SOURCE = 'history'

export interface Built {
  lived: Lived
  /** Where the history stands that was imported. */
  file: string
  imported: number
}

/** A nation in an empty folder: a country, thousands of cases that live its last weeks, and a history before them. */
export async function build(
  env: NodeJS.ProcessEnv & { DATA_DIR: string },
  cases: number,
  own: number,
  say: (line: string) => void,
): Promise<Built> {
  const { tools, close } = await openTools(env)
  try {
    const seeded = await seedCountry(tools, 'jordan')
    if (!seeded.ok) throw new Error(seeded.reason)
    tools.forget()
    const lived = await timed(say, `${own} cases lived ${DAYS} days`, () => ownCases(tools, own))
    const { steps, refused, byTime } = lived
    say(`    ${steps} steps by people, ${byTime} by time; ${refused} the rules did not allow`)
    const { differing } = await timed(say, 'their figures kept in step and counted a second time', () =>
      reconcile(tools),
    )
    if (differing > 0) throw new Error(`The books do not balance: ${differing} cells differ`)
    const categories: Category[] = JSON.parse(
      readFileSync(join(ROOT, 'db/seeds/reference/categories.json'), 'utf8'),
    )
    const places = await placesOf(tools)
    const until = tools.clock.now().epochMilliseconds - DAYS * 86_400_000
    const { file, mapping } = await writeHistory(env.DATA_DIR, categories, 0, cases, { places, until })
    await timed(say, `${cases} cases of history imported`, async () => {
      const order = ['import', file, '--mapping', mapping, '--source', SOURCE]
      const { code, output } = await command(env, ...order)
      if (code !== 0) throw new Error(`The import failed:\n${output.slice(-2000)}`)
    })
    return { lived, file, imported: cases }
  } finally {
    await close()
  }
}

/** Cases that live the last weeks until now through the rooms' own actions. */
export async function ownCases(tools: Tools, own: number): Promise<Lived> {
  const now = tools.clock.now()
  const country = await countryOf(tools)
  return live(tools, plansOf(country, own, DAYS * 24), now.subtract({ hours: DAYS * 24 }), now)
}

async function countryOf(tools: Tools): Promise<Country> {
  const directory = await tools.directory()
  const categories = directory.categories('en').flatMap(({ id, entityId, phrases }) => {
    const words = phrases.ar ?? []
    return entityId && words.length > 0 ? [{ id, entity: entityId, words }] : []
  })
  return { categories, places: await placesOf(tools) }
}

/** All of them: governorates, municipalities and what lies in them. */
export const placesOf = async ({ db }: Pick<Tools, 'db'>): Promise<string[]> =>
  (await db.rows<{ id: string }>(sql`select id from places order by md5(id)`)).map(({ id }) => id)

/** The rooms' own tools over the database of a folder, while no Sawt serves it. */
export async function openTools(env: NodeJS.ProcessEnv & { DATA_DIR: string }) {
  const config = readConfig(env)
  const log = openLog('fatal')
  const database = await visitDatabase(config, log)
  await migrate(database.owner)
  const db = connect({ ...database.owner, role: 'sawt_app', max: 10 })
  const tools = buildTools({
    ...{ db, log, clock: systemClock, publicUrl: config.publicUrl, demonstration: false },
    files: openFiles({ dir: join(env.DATA_DIR, 'files') }),
    proof: openProofFolder(env.DATA_DIR),
    secret: Buffer.from(config.secret),
  })
  const close = async () => {
    await tools.live.close()
    await db.close()
    await database.stop()
  }
  return { tools, owner: database.owner, close }
}

/** `sawt …`, as an operator types it. */
export function command(
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=built', '--no-warnings', join(ROOT, 'dist/sawt.js'), ...args],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}

export async function timed<Value>(
  say: (line: string) => void,
  what: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const began = performance.now()
  const value = await work()
  say(`  ${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return value
}
