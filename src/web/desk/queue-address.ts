import { deskQuery, type View } from '#cases'

/** The questions of a list as its address says them. */
export interface Asked {
  view: View
  stage?: string
  type?: string
  category?: string
  entity?: string
  unit?: string
  channel?: string
  mine?: string
  urgent?: string
  q?: string
  sort?: string
  cursor?: string
}

const KEYS = [
  'stage',
  'type',
  'category',
  'entity',
  'unit',
  'channel',
  'mine',
  'urgent',
  'q',
  'sort',
  'cursor',
] as const

/** Reads an address; what it says wrong is left out, since a list is better than an error. */
export function readAsked(query: Record<string, string>, usual: View): Asked {
  const parsed = deskQuery.safeParse({ view: query.view, ...pick(query) })
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]))
  const said = pick(query, wrong)
  const view = wrong.has('view') ? undefined : (query.view as View | undefined)
  // Searching goes through everything; leaving the search leads back to the usual view.
  return { ...said, view: view || (said.q || said.stage ? 'all' : usual) }
}

const pick = (query: Record<string, string>, wrong: ReadonlySet<unknown> = new Set()) =>
  Object.fromEntries(KEYS.filter((key) => query[key] && !wrong.has(key)).map((key) => [key, query[key]]))

/** `/desk?view=owed&stage=received`, below the language. */
export function asAddress(asked: Partial<Asked>): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString()
  return query ? `/desk?${query}` : '/desk'
}

/** Whether anything narrows the view. */
export const isNarrowed = ({ view, sort, cursor, ...rest }: Asked): boolean =>
  Object.values(rest).some(Boolean)
