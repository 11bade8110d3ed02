import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { testPostgres } from './postgres.ts'
import { removeScratch, scratchFolder, sweepAbandoned } from './scratch.ts'

/**
 * Runs the tests, or those under the paths given: first all that share one process, then the browser
 * journeys in one of their own. Holds the test database meanwhile, and closes with one sum of both.
 */
const ROOT = join(import.meta.dirname, '../..')
const files =
  process.argv.length > 2 ? process.argv.slice(2).flatMap(testsUnder) : ['src', 'test'].flatMap(testsUnder)
const isJourney = (file: string) => file.startsWith('test/journeys/')

await sweepAbandoned()
const postgres = await testPostgres()
const runs = [await run(files.filter((file) => !isJourney(file))), await run(files.filter(isJourney))]
await postgres.stop()
sum(runs)

type Counts = Record<'tests' | 'suites' | 'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>
type Run = { counts: Partial<Counts>; milliseconds: number; passed: boolean }

function testsUnder(path: string): string[] {
  const full = resolve(path)
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [relative(ROOT, full)]
  return globSync('**/*.test.{ts,tsx}', { cwd: full })
    .map((file) => relative(ROOT, join(full, file)))
    .sort()
}

async function run(tests: string[]): Promise<Run> {
  if (tests.length === 0) return { counts: {}, milliseconds: 0, passed: true }
  const folder = scratchFolder('run')
  const report = join(folder, 'counts.json')
  const reporters = [
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./test/kit/counts.ts', `--test-reporter-destination=${report}`],
  ]
  const options = ['--no-warnings', '--import', './src/tsx-loader.ts', '--test', '--test-isolation=none']
  const child = spawn(process.execPath, [...options, ...reporters, ...tests], { cwd: ROOT, stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  const written = existsSync(report) ? readFileSync(report, 'utf8') : ''
  removeScratch(folder)
  // A run that broke off before it could count has failed at least once.
  const counted = written ? JSON.parse(written) : { counts: { failed: 1 }, milliseconds: 0 }
  return { ...counted, passed: code === 0 }
}

/** In the words of Node's own summary, so that whoever reads its last lines reads the whole. */
function sum(runs: Run[]): void {
  const total = (name: keyof Counts) => runs.reduce((sofar, { counts }) => sofar + (counts[name] ?? 0), 0)
  const checks = process.env.SAWT_CHECKS === 'failed'
  const lines = {
    tests: total('tests'),
    suites: total('suites'),
    pass: total('passed'),
    fail: total('failed'),
    cancelled: total('cancelled'),
    skipped: total('skipped'),
    todo: total('todo'),
    duration_ms: runs.reduce((sofar, { milliseconds }) => sofar + milliseconds, 0),
  }
  console.log(`\nAll together${checks ? '; types, style or promises are not in order (see the top)' : ''}:`)
  for (const [name, value] of Object.entries(lines)) console.log(`ℹ ${name} ${value}`)
  process.exitCode = !checks && files.length > 0 && runs.every(({ passed }) => passed) ? 0 : 1
}
