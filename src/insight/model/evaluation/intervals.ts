/** Ninety-five in a hundred. */
const Z = 1.959964

/**
 * Wilson's interval for a share: honest for small n, and for none or all. For a mean of values between 0 and 1 it is
 * wider than it need be, never narrower: no such values spread more than zeroes and ones.
 *
 * @param sum between 0 and n
 */
export function wilson(sum: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 }
  const p = sum / n
  const scale = 1 + Z ** 2 / n
  const middle = (p + Z ** 2 / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  return { low: Math.max(0, Math.min(p, middle - half)), high: Math.min(1, Math.max(p, middle + half)) }
}

/**
 * The median with an interval between two of the values themselves, whatever their distribution: the narrowest pair of
 * order statistics, equally far from both ends, that holds the median at least 95 times in a hundred. Under six
 * values there is no such pair, and no interval.
 */
export function medianOf(values: readonly number[]): {
  value: number | null
  low: number | null
  high: number | null
} {
  const sorted = values.toSorted((one, other) => one - other)
  const n = sorted.length
  const value = n === 0 ? null : ((sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0)) / 2
  const cut = cutOff(n)
  if (cut === 0) return { value, low: null, high: null }
  return { value, low: sorted[cut - 1] ?? null, high: sorted[n - cut] ?? null }
}

/** The greatest r with P(Binomial(n, 1/2) < r) of at most 2.5 in a hundred. */
function cutOff(n: number): number {
  // In logarithms: half to the power of thousands is nothing to a computer.
  let chance = -n * Math.LN2
  let below = Math.exp(chance)
  let cut = 0
  while (below <= 0.025 && cut < n / 2) {
    cut++
    chance += Math.log((n - cut + 1) / cut)
    below += Math.exp(chance)
  }
  return cut
}
