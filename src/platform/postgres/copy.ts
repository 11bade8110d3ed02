import { setImmediate } from 'node:timers/promises'
import pg from 'pg'

/** Rows for COPY: a table, its columns, and values in their order. */
export interface Rows {
  table: string
  columns: readonly string[]
  values: readonly (readonly unknown[])[]
}

/**
 * Writes many rows by COPY, PostgreSQL's own way for bulk: 2.5 times as fast as inserting the same rows from
 * arrays when histories were imported. Texts, numbers, instants, buffers, lists of texts, and objects for jsonb.
 */
export function copyInto(client: pg.PoolClient, { table, columns, values }: Rows): Promise<number> {
  const names = [table, ...columns].map((name) => pg.escapeIdentifier(name))
  const text = `copy ${names[0]} (${names.slice(1).join(', ')}) from stdin`
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined) => (error ? reject(error) : resolve(values.length))
    client.query(new Copy(text, done, values))
  })
}

interface Sending {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** Its types leave out what every query is told when it fails. */
const Query = pg.Query as unknown as new (
  text: string,
  done: (error: Error | undefined) => void,
) => pg.Query & { handleError(error: Error, connection: unknown): void }

/** `pg` speaks the protocol of COPY and leaves it to a query what to send. */
class Copy extends Query {
  readonly #values: Rows['values']
  #refused = false

  constructor(text: string, done: (error: Error | undefined) => void, values: Rows['values']) {
    super(text, done)
    this.#values = values
  }

  /** Piece by piece: the database takes the first rows in while the next are written out. */
  async handleCopyInResponse(connection: Sending) {
    try {
      for (const piece of pieces(this.#values)) {
        connection.sendCopyFromChunk(Buffer.from(piece))
        await setImmediate()
        // What comes after a refusal would be taken for rows of whatever this connection copies next.
        if (this.#refused) return
      }
      connection.endCopyFrom()
    } catch (error) {
      connection.sendCopyFail(String(error))
    }
  }

  override handleError(error: Error, connection: unknown) {
    this.#refused = true
    super.handleError(error, connection)
  }
}

const PIECE = 128 * 1024

function* pieces(values: Rows['values']): Generator<string> {
  const cell = cells()
  let lines = ''
  for (const row of values) {
    let line = cell(row[0])
    for (let at = 1; at < row.length; at++) line += `\t${cell(row[at])}`
    lines += `${line}\n`
    if (lines.length < PIECE) continue
    yield lines
    lines = ''
  }
  if (lines) yield lines
}

/** How values stand in a line. One moment often fills several columns and rows; saying it once is half the work. */
function cells(): (value: unknown) => string {
  let moment: unknown
  let said = ''
  return (value) => {
    if (value === null || value === undefined) return '\\N'
    if (typeof value === 'string') return escaped(value)
    if (typeof value !== 'object') return String(value)
    if (value === moment) return said
    if (value instanceof Temporal.Instant) {
      moment = value
      said = value.toString()
      return said
    }
    if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
    if (Array.isArray(value)) return escaped(`{${value.map((item) => JSON.stringify(item)).join(',')}}`)
    return escaped(JSON.stringify(value))
  }
}

const escaped = (text: string): string =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, escapeLetter) : text

const escapeLetter = (letter: string): string =>
  ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[letter] ?? letter
