import { join } from 'node:path'
import { openProofFolder } from '#cases'
import { systemClock } from '#kernel'
import { CannotStart, connect, migrate, openFiles, openLog, readConfig, visitDatabase } from '#platform'
import { connectSealed } from './run.ts'
import { openWing } from './sealed-wing.ts'
import { type AppTools, buildTools } from './tools.ts'

/** Opens the database of the Sawt that runs here, or brings it up for as long as the command takes. */
export async function withDatabase(run: (tools: AppTools) => Promise<number>): Promise<number> {
  try {
    const config = readConfig(process.env)
    const log = openLog('warn')
    const database = await visitDatabase(config, log)
    await migrate(database.owner)
    const db = connect({ ...database.owner, role: 'sawt_app' })
    const sealed = connectSealed(config, database.owner)
    try {
      const files = openFiles({ dir: join(config.dataDir, 'files'), clamd: config.clamdUrl })
      const proof = openProofFolder(config.dataDir)
      const { publicUrl, demonstration } = config
      const secret = Buffer.from(config.secret)
      const clock = systemClock
      const tools = buildTools({ db, log, files, proof, secret, publicUrl, demonstration, clock })
      tools.sealed = openWing({ config, log, clock, sealed }, tools.clock)
      return await run(tools)
    } finally {
      await Promise.all([db.close(), sealed.close()])
      await database.stop()
    }
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    console.error(error.message)
    return 1
  }
}
