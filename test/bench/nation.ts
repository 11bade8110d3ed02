import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'
import { send, spread, UNTIL_PLANNED } from './load.ts'
import { type Built, build, command, SOURCE, timed } from './nation/build.ts'
import { known, prove } from './nation/prove.ts'
import { type Served, serve } from './nation/serve.ts'
import { asStaff } from './visit.ts'

export interface NationOptions {
  /** Cases of history, and cases of our own. */
  cases: number
  own: number
  /** A folder that stays; one that holds a nation already is proven again. */
  keep?: string | undefined
  /** How often each page is asked for when it is measured. */
  rounds: number
  port?: number
}

const PORT = 8096
/** Counting between two pages takes longer than a server keeps a quiet connection. */
const ONE_BY_ONE = new Agent({ keepAlive: false })

/**
 * A nation in one run: history and living cases, every number on its pages held against a count of their own, the
 * books, and how long the pages take.
 *
 * @returns 0 when no number differs
 */
export async function nation(
  { cases, own, keep, rounds, port = PORT }: NationOptions,
  say: (line: string) => void,
): Promise<number> {
  const dataDir = keep ?? scratchFolder('nation')
  mkdirSync(dataDir, { recursive: true })
  const env = environment(dataDir, port)
  try {
    const built = await buildOnce(env, cases, own, say)
    const served = await serve(env, port)
    try {
      const differences = await provePages(served, built, say)
      await measurePages(served, rounds, say)
      return differences > 0 ? 1 : 0
    } finally {
      await served.end()
    }
  } finally {
    if (!keep) removeScratch(dataDir)
  }
}

const environment = (dataDir: string, port: number) => ({
  ...process.env,
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  LOG_LEVEL: 'warn',
  SAWT_COUNTRY: 'jordan',
})

async function buildOnce(
  env: ReturnType<typeof environment>,
  cases: number,
  own: number,
  say: (line: string) => void,
) {
  const note = join(env.DATA_DIR, 'nation.json')
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Built
  say(
    `\nA nation of ${cases.toLocaleString('en')} cases of history and ${own.toLocaleString('en')} of its own`,
  )
  const built = await build(env, cases, own, say)
  await proveBooks(env, say)
  writeFileSync(note, JSON.stringify(built))
  return built
}

async function provePages(served: Served, built: Built, say: (line: string) => void): Promise<number> {
  const lives = await timed(say, 'counted on our own', () => known(served.db, built.file, SOURCE))
  const asked = new Map<string, Awaited<ReturnType<typeof asStaff>>>()
  const get = async (who: string | undefined, path: string) => {
    if (who && !asked.has(who)) asked.set(who, await asStaff(served, `${who}@sawt.example`))
    const wanted = (who && asked.get(who)?.(path)) || { method: 'GET' as const, path, headers: {} }
    const { status, text } = await send(ONE_BY_ONE, served.port, wanted)
    if (status !== 200) throw new Error(`${path} answers ${status}`)
    return text
  }
  const tally = await timed(say, 'pages read and compared', () => prove(lives, get, Date.now))
  for (const [page, n] of Object.entries(tally.pages)) say(`    ${page.padEnd(20)} ${n.toLocaleString('en')}`)
  for (const each of tally.differences.slice(0, 40)) say(`  DIFFERS ${each}`)
  say(`  ${tally.compared.toLocaleString('en')} numbers compared, ${tally.differences.length} differences`)
  return tally.differences.length
}

/** The pages as those ask for them who look at them all day, one after the other, over HTTP. */
async function measurePages(served: Served, rounds: number, say: (line: string) => void): Promise<void> {
  const day = Temporal.Now.plainDateISO()
  const quarter = (of: Temporal.PlainDate) => `${of.year}-q${Math.ceil(of.month / 3)}`
  const last = quarter(day.subtract({ months: 3 }))
  const questions: [name: string, who: string | undefined, path: string][] = [
    ['nation, this month, by entity', 'operator', '/ar/analysis'],
    ['nation, a year, by category', 'analyst', `/ar/analysis?period=${day.year - 1}&by=category`],
    ['nation, a quarter, by governorate', 'operator', `/ar/analysis?period=${last}&by=place`],
    ['minister, a quarter, by entity', 'minister', `/ar/analysis?period=${last}`],
    ['head, this month, by category', 'head.works', '/ar/analysis'],
    ['operations room', 'operator', '/ar/operations'],
    ['public scorecard, a quarter', undefined, `/ar/scorecard?period=${last}`],
    ['open data, a file', undefined, `/open-data/${last}/entity.csv`],
  ]
  say(`\nPages over HTTP, one after the other, ${rounds} rounds each`)
  for (const [name, who, path] of questions) {
    const asking = who ? await asStaff(served, `${who}@sawt.example`) : undefined
    const wanted = asking?.(path) ?? { method: 'GET' as const, path, headers: {} }
    const took: number[] = []
    for (let round = -UNTIL_PLANNED; round < rounds; round++) {
      const began = performance.now()
      const { status } = await send(undefined, served.port, wanted)
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      if (round >= 0) took.push(performance.now() - began)
    }
    const { p50, p95 } = spread(took)
    say(`  ${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms`)
  }
}

/** Everything counted anew from the first event, as an operator does it, and then a second time by the books. */
async function proveBooks(env: ReturnType<typeof environment>, say: (line: string) => void): Promise<void> {
  const { code, output } = await timed(say, 'sawt reconcile --rebuild', () =>
    command(env, 'reconcile', '--rebuild'),
  )
  say(`    ${/^difference \d+$/m.exec(output)?.[0] ?? output.slice(-500)}`)
  if (code !== 0) throw new Error(`The books do not balance:\n${output}`)
}
