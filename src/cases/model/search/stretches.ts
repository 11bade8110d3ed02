/*
 * Cases stand in the search one after the other as they came. Beside its words each shows the stretches it lies in,
 * short ones and ever longer ones, as words of their own; so the index of words also knows when, and a search can be
 * asked of the newest alone instead of reading every case that shows a common word.
 */

/** How many cases a stretch of each kind holds, as a power of two; each is eight of the one before. */
export const STRETCHES = [
  { mark: '@a', bits: 12 },
  { mark: '@b', bits: 15 },
  { mark: '@c', bits: 18 },
  { mark: '@d', bits: 21 },
] as const

/** The cases of one stretch: those at `from` and after. */
export interface Stretch {
  readonly mark: string
  readonly from: number
}

/**
 * The stretch that ends with the position before `end`: the longest that begins no new one there and holds no more than
 * `most`, the shortest if all hold more. Only the shortest may reach beyond the end.
 *
 * One is asked for at a time: an index weighs a word against one mark by walking the shorter list of the two, against
 * twenty by walking all of the marks' lists (measured among a million: 1 ms against 30).
 */
export function stretchBefore(end: number, most: number): Stretch {
  const kind =
    STRETCHES.findLast(({ bits }, at) => at === 0 || (end % 2 ** bits === 0 && 2 ** bits <= most)) ??
    STRETCHES[0]
  const number = Math.floor((end - 1) / 2 ** kind.bits)
  return { mark: `${kind.mark}${number}`, from: number * 2 ** kind.bits }
}
