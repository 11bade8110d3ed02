/**
 * JSON with its keys in order and nothing else added: the same text for the same content however it was
 * stored meanwhile, so that its hash can be computed again later. Follows RFC 8785 for what Sawt stores
 * (strings, booleans, null, integers and plain decimals).
 *
 * Written out rather than left to a replacer of `JSON.stringify`, which took three times as long: verifying a
 * nation's history calls this for every event.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON())
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(',')}]`
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const one: unknown = value[key as keyof typeof value]
    if (one === undefined || typeof one === 'function') continue
    text += `${text && ','}${JSON.stringify(key)}:${canonicalJson(one)}`
  }
  return `{${text}}`
}
