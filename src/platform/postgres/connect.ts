import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Sql } from 'sql-template-tag'
import { copyInto, type Rows } from './copy.ts'
import { encode, parsers } from './values.ts'

/**
 * What stores speak to: a pool, or the one connection of a transaction.
 *
 * Every statement is named, so that PostgreSQL plans it once for each connection: unnamed statements
 * cost 60 % of the submit rate when it was measured.
 */
export interface Db {
  rows<Row>(statement: Sql): Promise<Row[]>
  row<Row>(statement: Sql): Promise<Row | undefined>
  /** Runs a statement for its effect; resolves to the number of rows it touched. */
  run(statement: Sql): Promise<number>
  /** Writes many rows at once. @returns how many */
  copy(rows: Rows): Promise<number>
  /** All or nothing. An exception rolls back, and so does a refusal (`no(…)`): what is refused changes nothing. */
  transaction<Outcome>(work: (tx: Db) => Promise<Outcome>): Promise<Outcome>
}

export interface Database extends Db {
  close(): Promise<void>
  /** A connection outside the pool's statements, for COPY and for libraries that bring their own SQL. */
  readonly pool: pg.Pool
}

export interface Connection extends pg.PoolConfig {
  /** The role to act as: `sawt_app` for the application, none for migrations. */
  role?: string
}

/**
 * Helpers take longer to start than most answers take to find (20 ms instead of 9 for the operations room among a million
 * cases), and so does compiling a plan. What reads whole tables still has helpers.
 */
const PLANS = '-c parallel_setup_cost=100000 -c jit=off'

export function connect({ role, options = '', ...config }: Connection): Database {
  const pool = new pg.Pool({
    max: 10,
    application_name: 'sawt',
    ...config,
    options: `${options}${role ? ` -c role=${role}` : ''} -c timezone=UTC ${PLANS}`.trim(),
    types: { getTypeParser: parsers },
  })
  // A connection that dies is replaced by the pool, and whatever was asked on it fails by itself; without
  // listeners, its end between two statements of a transaction would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const named = statementNames()
  return { ...speak(pool, named, (work) => onConnection(pool, named, work)), pool, close: () => pool.end() }
}

type Transact = Db['transaction']
type Named = (statement: Sql) => pg.QueryConfig

function speak(client: pg.Pool | pg.PoolClient, named: Named, transaction: Transact): Db {
  const query = <Row extends pg.QueryResultRow>(statement: Sql) => client.query<Row>(named(statement))
  return {
    rows: async <Row>(statement: Sql) => (await query(statement)).rows as Row[],
    row: async <Row>(statement: Sql) => (await query(statement)).rows[0] as Row | undefined,
    run: async (statement) => (await query(statement)).rowCount ?? 0,
    copy: (rows) => (client instanceof pg.Pool ? transaction((tx) => tx.copy(rows)) : copyInto(client, rows)),
    transaction,
  }
}

async function onConnection<Outcome>(pool: pg.Pool, named: Named, work: (tx: Db) => Promise<Outcome>) {
  const client = await pool.connect()
  // A transaction inside a transaction is the same transaction.
  const tx: Db = speak(client, named, (inner) => inner(tx))
  try {
    await client.query('begin')
    const outcome = await work(tx)
    await client.query(isRefusal(outcome) ? 'rollback' : 'commit')
    client.release()
    return outcome
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

const isRefusal = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false

/** Names a statement by its text; the template's own array of strings is remembered to spare the hashing. */
function statementNames(): Named {
  const names = new Map<string, string>()
  return (statement) => {
    const text = statement.text
    let name = names.get(text)
    if (!name) {
      name = createHash('sha1').update(text).digest('base64url').slice(0, 20)
      names.set(text, name)
    }
    return { name, text, values: statement.values.map(encode) }
  }
}
