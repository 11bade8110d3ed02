import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isAlive } from '#platform'
import { postmasterOf, removeScratch, scratchFolder } from './scratch.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface RealSawt {
  address: string
  child: ChildProcess
  /** Ends it as a power button would. */
  kill(): Promise<void>
}

/** Whoever ends what was begun: a test, or a run. */
export interface Ends {
  after(work: () => unknown): void
}

/** A data folder for Sawts that come and go; whatever still runs on it is ended with it. */
export function aDataFolder(t: Ends, folder = scratchFolder('real')) {
  chmodSync(folder, 0o711)
  t.after(async () => {
    const pid = postmasterOf(folder)
    if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT')
    while (pid && isAlive(pid)) await pause(20)
    removeScratch(folder)
  })
  return folder
}

const COMMAND = ['--no-warnings', '--import', join(ROOT, 'src/tsx-loader.ts'), join(ROOT, 'src/sawt.ts')]

/**
 * A Sawt in a process of its own, as `./bin/sawt` runs it: the whole, or its web or worker alone. On a port that
 * was free.
 */
export async function startSawt(
  folder: string,
  role: 'start' | 'web' | 'worker' = 'start',
  environment: Record<string, string> = {},
): Promise<RealSawt> {
  const child = spawn(process.execPath, [...COMMAND, role], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: process.env.SAWT_TEST_LOG ?? 'fatal',
      ...environment,
    },
    // By the channel it notices when the test is killed, and ends too.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  const ready = Promise.withResolvers<void>()
  child.stdout?.on('data', (text) => {
    said += text
    if (/Sawt (?:is ready|works)[\s\S]*\n\n/.test(said)) ready.resolve()
  })
  child.once('exit', () => ready.reject(new Error(`Sawt did not start: ${said}`)))
  await ready.promise
  return {
    child,
    address: said.match(/http:\/\/127[.\d:]+/)?.[0] ?? '',
    kill: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** A bearer token, made by the operator's command beside the Sawt that runs. */
export async function aToken(
  folder: string,
  role: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const words = ['token', '--role', role, '--name', `Test ${role}`]
  const env = { PATH: process.env.PATH, DATA_DIR: folder, ...environment }
  const { stdout } = await promisify(execFile)(process.execPath, [...COMMAND, ...words], { env })
  return stdout.trim()
}
