/**
 * JSON with its keys in order and nothing else added: the same text for the same content however it was
 * stored meanwhile, so that its hash can be computed again later. Follows RFC 8785 for what Sawt stores
 * (strings, booleans, null, integers and plain decimals).
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
