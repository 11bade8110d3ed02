import fc from 'fast-check'
import { type Checker, SignatureKind, type Type, TypeFlags } from 'typescript/unstable/sync'
import { STAFF_ROLES } from '#people'
import { empty } from '#platform'
import { isDb } from './program.ts'

/** Invents values of a type; wherever a database is asked for, it is this one. */
export function inventing(checker: Checker, db: unknown): (type: Type) => fc.Arbitrary<unknown> {
  const known = new Map<number, fc.Arbitrary<unknown>>()
  const invent = (type: Type): fc.Arbitrary<unknown> => {
    const earlier = known.get(type.id)
    if (earlier) return earlier
    // What contains itself ends here.
    known.set(type.id, fc.constant(undefined))
    const made = simple(type) ?? composed(type)
    known.set(type.id, made)
    return made
  }
  const composed = (type: Type): fc.Arbitrary<unknown> => {
    if (isDb(type)) return fc.constant(db)
    if (type.isUnionType()) return fc.oneof(...type.getTypes().map(invent))
    if (type.isTypeReference() && (checker.isArrayType(type) || checker.isTupleType(type))) {
      const items = checker.getTypeArguments(type).map(invent)
      return checker.isTupleType(type) ? fc.tuple(...items) : fc.array(fc.oneof(...items), { maxLength: 2 })
    }
    if (type.isTypeReference() && MAPS.has(type.getSymbol()?.name ?? '')) {
      const [key = fc.uuid(), value = fc.uuid()] = checker.getTypeArguments(type).map(invent)
      return fc.array(fc.tuple(key, value), { maxLength: 2 }).map((pairs) => new Map(pairs))
    }
    const [call] = checker.getSignaturesOfType(type, SignatureKind.Call)
    if (call) return fc.constant(async () => undefined)
    const properties = checker.getPropertiesOfType(type).map((property) => {
      const value = checker.getTypeOfSymbol(property)
      const telling = value && value.flags & TypeFlags.String && TELLING[property.name]
      return [property.name, telling || (value ? invent(value) : fc.constant(undefined))] as const
    })
    return fc.record(Object.fromEntries(properties), { noNullPrototype: true })
  }
  return invent
}

function simple(type: Type): fc.Arbitrary<unknown> | undefined {
  if (type.isLiteralType()) return fc.constant(type.value)
  const named = NAMED[type.getSymbol()?.name ?? '']
  return named ?? PRIMITIVES.find(([flags]) => type.flags & flags)?.[1]
}

const NAMED: Record<string, fc.Arbitrary<unknown>> = {
  Instant: fc.constant(Temporal.Instant.from('2026-10-01T07:00:00Z')),
  PlainDate: fc.constant(Temporal.PlainDate.from('2026-10-01')),
  Buffer: fc.constant(Buffer.from('صوت')),
  Sql: fc.constant(empty),
}

const MAPS: ReadonlySet<string> = new Set(['Map', 'ReadonlyMap'])

/** Plain texts that decide what a statement says. */
const TELLING: Record<string, fc.Arbitrary<string>> = { role: fc.constantFrom(...STAFF_ROLES) }

const PRIMITIVES: [TypeFlags, fc.Arbitrary<unknown>][] = [
  [TypeFlags.String, fc.uuid()],
  [TypeFlags.Number, fc.nat({ max: 100 })],
  [TypeFlags.Boolean, fc.boolean()],
  [TypeFlags.Null, fc.constant(null)],
  [TypeFlags.Nullable | TypeFlags.AnyOrUnknown | TypeFlags.TypeVariable, fc.constant(undefined)],
]
