export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag'
export { CannotStart } from './cannot-start.ts'
export { type Config, readConfig } from './config.ts'
export { advance, beating, type Consumer, catchUp, followFeed, type Position, type Running } from './feed.ts'
export {
  ACCEPTED_FILES,
  type FileRefusal,
  type Files,
  openFiles,
  type Receiving,
  type StoredFile,
} from './files/index.ts'
export { type Latest, latest, type Told } from './latest.ts'
export { type Listening, listen } from './listen.ts'
export { type Log, openLog } from './log.ts'
export { type ModelServer, openModelServer } from './model-server.ts'
export { pdfOf } from './paper.ts'
export { checkDatabase, type DatabaseFault } from './postgres/check.ts'
export { type Connection, connect, type Database, type Db } from './postgres/connect.ts'
export type { Address } from './postgres/embedded/claim.ts'
export { isAlive } from './postgres/embedded/postmaster.ts'
export { type EmbeddedPostgres, startPostgres } from './postgres/embedded/start.ts'
export { migrate } from './postgres/migrate.ts'
export { type OpenDatabase, openDatabase, visitDatabase } from './postgres/open.ts'
export { json } from './postgres/values.ts'
export { keptSecret } from './secret.ts'
export { type Snapshot, snapshot } from './snapshot.ts'
