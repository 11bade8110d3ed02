import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Connection, connect, openLog, readConfig, visitDatabase } from '#platform'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'

const ROOT = join(import.meta.dirname, '../..')

/** As bin/start runs it: what is measured is what a ministry gets. */
const LIKE_START = [
  ...['--conditions=built', '--enable-source-maps', '--no-warnings'],
  ...['--max-semi-space-size=16', '--heap-growing-percent=70'],
]

/** A built Sawt of its own in an empty folder, as `npm start` runs it, with its durable database. */
export async function aSawt(port: number) {
  const dataDir = scratchFolder('bench')
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    SAWT_COUNTRY: 'jordan',
  }
  const child = spawn(process.execPath, [...LIKE_START, join(ROOT, 'dist/main.js')], {
    env,
    // By the channel it notices when the bench is killed, and ends too.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await ready(child)
  const config = readConfig(env)
  const { owner } = await visitDatabase(config, openLog('silent'))
  const command = (...args: string[]) => sawtCommand(args, env)
  return {
    port,
    dataDir,
    connection: owner as Connection,
    db: connect({ ...owner, role: 'sawt_app', max: 4 }),
    pid: child.pid as number,
    command,
    end: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
      removeScratch(dataDir)
    },
  }
}

export type Sawt = Awaited<ReturnType<typeof aSawt>>

async function ready({ stdout }: ChildProcess) {
  for await (const part of stdout ?? []) if (String(part).includes('Sawt is ready')) break
  stdout?.resume()
}

function sawtCommand(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=built', '--no-warnings', join(ROOT, 'dist/sawt.js'), ...args],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })))
}
