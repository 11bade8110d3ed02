/** What stands at a path of a JSON value: `message.id`; the number of a list's entry is a name too. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return at
}

/** The text or number at a path, as text cut to a length; undefined for anything else. */
export function textAt(value: unknown, path: string, longest: number): string | undefined {
  const found = valueAt(value, path)
  return typeof found === 'string' || typeof found === 'number' ? String(found).slice(0, longest) : undefined
}
