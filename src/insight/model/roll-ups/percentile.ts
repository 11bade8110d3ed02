/** How many took how long: bins of a histogram in their order. */
export interface Bar {
  bin: number
  n: number
}

/** Bins; what reaches further than eleven years of hours is rare, and sorted. */
const COUNTED = 100_000

/** Bins from anywhere: each once, and in their order. */
export function asHistogram(bars: Bar[]): Bar[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { bin } of bars) {
    if (bin < least) least = bin
    if (bin > most) most = bin
  }
  if (bars.length === 0) return []
  return most - least < COUNTED ? counted(bars, least, most) : sorted(bars)
}

/** By counting, bin by bin: of a year by category a tenth of the time that sorting took (0.5 ms, not 5.6). */
function counted(bars: readonly Bar[], least: number, most: number): Bar[] {
  const counts = new Float64Array(most - least + 1)
  for (const { bin, n } of bars) counts[bin - least] = (counts[bin - least] as number) + n
  const found: Bar[] = []
  for (let at = 0; at < counts.length; at++) {
    const n = counts[at] as number
    if (n !== 0) found.push({ bin: least + at, n })
  }
  return found
}

function sorted(bars: Bar[]): Bar[] {
  const found: Bar[] = []
  for (const bar of bars.sort((one, other) => one.bin - other.bin)) {
    const last = found.at(-1)
    if (last?.bin === bar.bin) last.n += bar.n
    else found.push({ ...bar })
  }
  return found.filter(({ n }) => n !== 0)
}

/** Where an order statistic stands: in which bin, and the how manyth in it (0 is the first). */
export interface Standing {
  bin: number
  rank: number
}

const PARTS = 1000

/**
 * The two cases between which a percentile lies, and how far it is from the lower to the upper one; the same case
 * twice where it falls on one. This is `percentile_cont`. Undefined when there is none.
 *
 * @param share 0.5 for the median
 */
export function between(
  bars: readonly Bar[],
  share: number,
): { lower: Standing; upper: Standing; part: number } | undefined {
  const count = bars.reduce((sum, { n }) => sum + n, 0)
  if (count === 0) return undefined
  // In whole thousandths: 0.9 times a number is not always what it should be, and a half would go down.
  const position = Math.round(share * PARTS) * (count - 1)
  const [lower, upper] = [at(bars, Math.floor(position / PARTS)), at(bars, Math.ceil(position / PARTS))]
  return { lower, upper, part: (position % PARTS) / PARTS }
}

/**
 * A percentile in bins, rounded to one: exact where both cases between which it lies stand in one bin, and otherwise
 * interpolated between the two bins.
 */
export function percentile(bars: readonly Bar[], share: number): number | null {
  const found = between(bars, share)
  if (!found) return null
  const { lower, upper, part } = found
  return Math.floor(
    (PARTS * lower.bin + Math.round(part * PARTS) * (upper.bin - lower.bin) + PARTS / 2) / PARTS,
  )
}

function at(bars: readonly Bar[], place: number): Standing {
  let before = 0
  for (const { bin, n } of bars) {
    if (place < before + n) return { bin, rank: place - before }
    before += n
  }
  throw new Error(`There is no case ${place}`)
}
