import { type Checker, SymbolFlags, type Type, TypeFlags } from 'typescript/unstable/sync'
import type { Column } from './describe.ts'

/** What a column's value is once it has arrived. A type that is not here is not used in Sawt. */
const ARRIVES: Record<string, string> = {
  text: 'string',
  'character varying': 'string',
  uuid: 'string',
  xid8: 'string',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  'timestamp with time zone': 'Instant',
  date: 'PlainDate',
  'time without time zone': 'string',
  bytea: 'Buffer',
  json: 'object',
  jsonb: 'object',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  'integer[]': 'number[]',
  'double precision[]': 'number[]',
}

/** How the declared row differs from what PostgreSQL says, one line each. */
export function differences(checker: Checker, row: Type, columns: Column[]): string[] {
  const declared = new Map(checker.getPropertiesOfType(row).map((property) => [property.name, property]))
  const selected = new Map(columns.map(({ name, type }) => [name, type]))
  const missing = [...declared.keys()]
    .filter((name) => !selected.has(name))
    .map((name) => `declares ${name}, PostgreSQL knows no such column here`)
  const rest = columns.flatMap(({ name, type }) => {
    const property = declared.get(name)
    if (!property) return [`does not declare ${name}, PostgreSQL says ${type}`]
    const said = checker.getTypeOfSymbol(property)
    if (!said) return []
    const optional = property.flags & SymbolFlags.Optional ? '?' : ''
    return fits(checker, said, type)
      ? []
      : [`declares ${name}${optional}: ${checker.typeToString(said)}, PostgreSQL says ${type}`]
  })
  return [...missing, ...rest]
}

function fits(checker: Checker, declared: Type, type: string): boolean {
  const arrives = ARRIVES[type]
  return kinds(checker, declared).every(
    (kind) =>
      kind === 'anything' ||
      kind === 'null' ||
      kind === arrives ||
      // An array is an object of JSON, too.
      (arrives === 'object' && kind.endsWith('[]')),
  )
}

/** `'string'`, `'null'`, `'Instant'`, `'number[]'`, …: what a value of the type may be, without its fine print. */
function kinds(checker: Checker, type: Type): string[] {
  if (type.isUnionType()) return type.getTypes().flatMap((each) => kinds(checker, each))
  const primitive = PRIMITIVES.find(([flags]) => type.flags & flags)
  if (primitive) return [primitive[1]]
  if (type.isTypeReference() && checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type)
    return [...new Set(item && kinds(checker, item))].map((kind) => `${kind}[]`)
  }
  const name = type.getSymbol()?.name ?? ''
  return [/^(Instant|PlainDate|Buffer)$/.test(name) ? name : 'object']
}

const PRIMITIVES: [TypeFlags, string][] = [
  [TypeFlags.AnyOrUnknown | TypeFlags.TypeVariable, 'anything'],
  [TypeFlags.StringLike, 'string'],
  [TypeFlags.NumberLike, 'number'],
  [TypeFlags.BooleanLike, 'boolean'],
  [TypeFlags.Null, 'null'],
  // A row never leaves a column out, so nothing arrives as undefined.
  [TypeFlags.VoidLike, 'undefined'],
  [TypeFlags.BigIntLike, 'bigint'],
]
