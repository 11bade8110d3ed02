/** A field as a form sends it. */
export type Typed = readonly (readonly [name: string, value: string])[]

/** Lists of rows on our forms, and a field by which an empty row is shown. */
const LISTS: Readonly<Record<string, string>> = { points: 'point', actions: 'text', parts: 'entity' }
/** More rows than any form of ours offers. */
const MOST = 40

const ROW = /^(points|actions|parts)\.(\d{1,4})\.(\w+)$/

/** How many rows of a list were typed. */
export const rowsTyped = (typed: Typed, list: string): number =>
  Math.min(MOST, new Set(typed.flatMap(([name]) => rowOf(name, list) ?? [])).size)

/**
 * The same fields without rows in which nothing was written, numbered anew: what is sent, what is refused and
 * what is shown again then speak of the same row.
 */
export function withoutEmptyRows(typed: Typed): Typed {
  const written = new Map<string, number[]>()
  for (const [name, value] of typed) {
    const [, list = '', at = ''] = ROW.exec(name) ?? []
    if (!list || !value.trim()) continue
    const rows = written.get(list) ?? []
    written.set(list, rows.includes(Number(at)) ? rows : [...rows, Number(at)])
  }
  return typed.flatMap(([name, value]): Typed => {
    const [, list = '', at = '', field = ''] = ROW.exec(name) ?? []
    if (!list) return [[name, value]]
    const place = written.get(list)?.indexOf(Number(at)) ?? -1
    return place < 0 ? [] : [[`${list}.${place}.${field}`, value]]
  })
}

/** One more row of a list, empty, after those that were typed. */
export function withOneMore(typed: Typed, list: string): Typed | undefined {
  const field = LISTS[list]
  if (!field) return undefined
  const rows = rowsTyped(typed, list)
  return rows < MOST ? [...typed, [`${list}.${rows}.${field}`, '']] : typed
}

const rowOf = (name: string, list: string): string | undefined => {
  const [, of, at] = ROW.exec(name) ?? []
  return of === list ? at : undefined
}
