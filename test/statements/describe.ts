import type pg from 'pg'

export interface Column {
  name: string
  /** As PostgreSQL calls it: `timestamp with time zone`. */
  type: string
}

/** What a statement of this text would answer with; it is parsed and planned but never run. */
export type Describe = (text: string) => Promise<Column[]>

/**
 * Asks PostgreSQL on one connection. Planning for any values also checks the role's rights, which parsing
 * alone does not; commands like `create extension` have no plan.
 * @throws {pg.DatabaseError} when PostgreSQL refuses the statement
 */
export function describing(client: pg.ClientBase): Describe {
  const types = typeNames(client)
  return async (text) => {
    const columns = await new Promise<Raw[]>((resolve, reject) => {
      client.query(new Description(text, resolve, reject))
    })
    if (/^\s*(with|select|insert|update|delete)\b/i.test(text))
      await client.query(`explain (generic_plan) ${text}`)
    const names = await types
    return columns.map(({ name, dataTypeID }) => ({ name, type: names.get(dataTypeID) ?? `${dataTypeID}` }))
  }
}

type Raw = Pick<pg.FieldDef, 'name' | 'dataTypeID'>

async function typeNames(client: pg.ClientBase): Promise<Map<number, string>> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    'select oid::int, format_type(oid, null) as name from pg_type',
  )
  return new Map(rows.map(({ oid, name }) => [oid, name]))
}

/** The protocol's Parse and Describe, which `pg` only sends together with Execute. */
class Description implements pg.Submittable {
  readonly #text: string
  readonly #refuse: (error: Error) => void
  readonly #answer: (columns: Raw[]) => void
  #columns: Raw[] = []

  constructor(text: string, answer: (columns: Raw[]) => void, refuse: (error: Error) => void) {
    this.#text = text
    this.#answer = answer
    this.#refuse = refuse
  }

  submit(connection: pg.Connection) {
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: Raw[] }) {
    this.#columns = fields
  }

  handleError(error: Error) {
    this.#refuse(error)
  }

  handleReadyForQuery() {
    this.#answer(this.#columns)
  }
}
