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
  const cell = cells()
  let lines = ''
  for (const row of values) lines += `${row.map(cell).join('\t')}\n`
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined) => (error ? reject(error) : resolve(values.length))
    client.query(new Copy(text, done, Buffer.from(lines)))
  })
}

/** `pg` speaks the protocol of COPY and leaves it to a query what to send. */
class Copy extends pg.Query {
  readonly #rows: Buffer

  constructor(text: string, done: (error: Error | undefined) => void, rows: Buffer) {
    super(text, done)
    this.#rows = rows
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }) {
    connection.sendCopyFromChunk(this.#rows)
    connection.endCopyFrom()
  }
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
