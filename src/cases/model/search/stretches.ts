/*
 * Cases stand in the search one after the other as they came. Beside its words each shows the stretches it lies in,
 * short ones and ever longer ones, as words of their own; so the index of words also knows when, and a search can be
 * asked of the newest alone instead of reading every case that shows a common word.
 */

/** How many cases a stretch of each kind holds; each is eight of the one before. */
export const STRETCHES = [
  { mark: '@a', bits: 12 },
  { mark: '@b', bits: 15 },
  { mark: '@c', bits: 18 },
  { mark: '@d', bits: 21 },
] as const

/** The shortest. */
export const SHORTEST = 2 ** STRETCHES[0].bits

/** Stretches of one kind in a longer one of the next. */
const EACH = 8

/**
 * The fewest stretches that together hold all positions from `from` up to `until`, and nothing before `from`; the last
 * may reach further.
 *
 * @param from a multiple of `SHORTEST`
 */
export function covering(from: number, until: number): string[] {
  const found: string[] = []
  let at = from / SHORTEST
  const end = Math.ceil(until / SHORTEST)
  while (at < end) {
    const kind = longestAt(at, end)
    const length = EACH ** kind
    found.push(`${STRETCHES[kind]?.mark}${at / length}`)
    at += length
  }
  return found
}

/** The longest kind that begins here and does not reach much beyond the end. */
function longestAt(at: number, end: number): number {
  let kind = 0
  while (kind + 1 < STRETCHES.length && at % EACH ** (kind + 1) === 0 && at + EACH ** (kind + 1) <= end)
    kind++
  return kind
}
