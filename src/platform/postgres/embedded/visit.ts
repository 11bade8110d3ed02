import { databaseAccount } from './account.ts'
import { type Address, isClaimed } from './claim.ts'
import { settle } from './folder.ts'
import { findPostmaster } from './postmaster.ts'
import { type EmbeddedOptions, type EmbeddedPostgres, startPostgres } from './start.ts'

/**
 * For an operator's command: the database of the Sawt that runs on this folder, which then goes on; or,
 * when none runs, the cluster brought up for as long as the command takes.
 */
export async function visitPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { folder } = settle(options.dataDir, databaseAccount())
  const running = findPostmaster(folder)
  if (!running?.ready) return startPostgres(options)
  const connection: Address = {
    host: running.socketFolder,
    port: running.port,
    user: 'postgres',
    database: 'sawt',
  }
  const beside = { connection, stop: async () => undefined }
  if (await isClaimed(connection)) return beside
  // It may be claimed in this very moment, by a Sawt that starts or whose database has just come back.
  return startPostgres(options).catch(async (error) => {
    if (await isClaimed(connection)) return beside
    throw error
  })
}
