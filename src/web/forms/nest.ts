import { no, type Result, yes } from '#kernel'

/** What names like `points[0][answer]` or `points.0.answer` describe. */
export type Nested = string | Nested[] | { [name: string]: Nested }

export interface NestLimits {
  /** Names inside names; 5 unless told. */
  readonly depth?: number
}

/**
 * Builds objects and lists out of flat form fields.
 *
 * `points[0][point]` and `points.0.point` nest; a name given twice, or ending in `[]`,
 * becomes a list. Numbered names become a list in the order of their numbers, without holes, so that a
 * removed row costs nothing and a huge number no memory. Names that disagree (`a=1&a.b=2`), that touch a
 * prototype, or that go too deep are refused: no page of ours sends them.
 */
export function nest(
  fields: Iterable<readonly [name: string, value: string]>,
  { depth = 5 }: NestLimits = {},
): Result<{ [name: string]: Nested }, 'form-broken'> {
  const root = branch()
  for (const [name, value] of fields) {
    const path = pathOf(name)
    if (!path || path.length > depth) return no('form-broken')
    plant(root, path, value)
  }
  if (!agrees(root)) return no('form-broken')
  return yes(Object.fromEntries([...root.under].map(([name, below]) => [name, grow(below)])))
}

/** Everything that fields said about one name. */
interface Branch {
  readonly values: string[]
  readonly under: Map<string, Branch>
}

const branch = (): Branch => ({ values: [], under: new Map() })

/** Undefined when the name is malformed or reaches for a prototype. */
function pathOf(name: string): string[] | undefined {
  if (!NAME.test(name)) return undefined
  const path = name.replaceAll(']', '').split(/[.[]/)
  return path.some((part) => FORBIDDEN.has(part)) ? undefined : path
}

const NAME = /^[^.[\]]+(?:\.[^.[\]]+|\[[^.[\]]*\])*$/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

function plant(root: Branch, path: readonly string[], value: string) {
  let place = root
  for (const part of path) {
    const next = place.under.get(part) ?? branch()
    place.under.set(part, next)
    place = next
  }
  place.values.push(value)
}

/** Whether no name is both a text and something with parts, or both a list and something with names. */
function agrees({ values, under }: Branch): boolean {
  const names = [...under.keys()]
  const places = names.filter(isPlace).length
  if (values.length > 0 && names.length > 0) return false
  if (places > 0 && places < names.length) return false
  return [...under.values()].every(agrees)
}

const isPlace = (name: string): boolean => /^\d{0,4}$/.test(name)

function grow({ values, under }: Branch): Nested {
  const [first] = under.keys()
  if (first === undefined) return values.length === 1 ? (values[0] ?? '') : values
  if (!isPlace(first)) return Object.fromEntries([...under].map(([name, below]) => [name, grow(below)]))
  const rows = [...under].sort(([one], [other]) => Number(one) - Number(other))
  return rows.flatMap(([place, below]) =>
    place === '' && below.under.size === 0 ? below.values : [grow(below)],
  )
}
