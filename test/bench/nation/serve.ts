import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { connect, type Database, openLog, readConfig, visitDatabase } from '#platform'

const ROOT = join(import.meta.dirname, '../../..')

export interface Served {
  port: number
  db: Database
  end(): Promise<void>
}

/** The built Sawt over a folder, its pages alone: what works in the background has nothing to do with them. */
export async function serve(env: NodeJS.ProcessEnv & { DATA_DIR: string }, port: number): Promise<Served> {
  const main = join(ROOT, 'dist/main.js')
  const child = spawn(process.execPath, ['--conditions=built', '--no-warnings', main, 'web'], {
    env,
    // By the channel it notices when the bench is killed, and ends too.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let began = false
  for await (const part of child.stdout ?? []) {
    began = String(part).includes('ready')
    if (began) break
  }
  if (!began) throw new Error('Sawt did not start; what it said of it stands above')
  child.stdout?.resume()
  const { owner } = await visitDatabase(readConfig(env), openLog('silent'))
  const db = connect({ ...owner, role: 'sawt_app', max: 4 })
  return {
    port,
    db,
    end: async () => {
      await db.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}
