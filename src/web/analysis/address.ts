import type { DashboardQuery } from '#insight'

/** `/analysis?period=2026-10&entity=works`, below the language. */
export const asAddress = (asked: DashboardQuery, path = '/analysis'): string => {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString()
  return query ? `${path}?${query}` : path
}

/** Where the cases behind a number are, as far as the desk can be asked for them. */
export function casesBehind(asked: DashboardQuery, view: 'open' | 'late'): string {
  const { entity, category, type, channel } = asked
  const query = new URLSearchParams({ view })
  for (const [key, value] of Object.entries({ entity, category, type, channel }))
    if (value) query.set(key, value)
  return `/desk?${query}`
}
