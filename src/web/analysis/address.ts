import type { DashboardQuery, Listable } from '#insight'

/** `/analysis?period=2026-10&entity=works`, below the language. */
export const asAddress = (asked: DashboardQuery, path = '/analysis'): string => {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString()
  return query ? `${path}?${query}` : path
}

/** Where the list behind a number is: of the same questions, without what only tells figures apart. */
export function listAddress(
  { by: _, ...asked }: DashboardQuery,
  figure: Listable,
  { path = '/analysis/cases', cursor }: { path?: string; cursor?: string } = {},
): string {
  const query = { figure, ...asked, ...(cursor && { cursor }) }
  return asAddress(query, path)
}
