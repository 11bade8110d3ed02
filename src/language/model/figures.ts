/** One judged thing: how sure the engine was, and whether it was so. */
export interface Judged {
  readonly score: number
  readonly so: boolean
}

/** The share of `items` that hold; zero for none at all. */
export const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length

/**
 * The area under the ROC curve: the chance that something that is so scores above something that is not.
 * Equal scores count half. 0.5 when one kind is missing.
 */
export function areaUnderCurve(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((one, other) => one.score - other.score)
  const positives = sorted.filter(({ so }) => so).length
  const negatives = sorted.length - positives
  if (positives === 0 || negatives === 0) return 0.5
  let ranks = 0
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end]?.score === sorted[start]?.score) end++
    const middle = (start + 1 + end) / 2
    ranks += middle * sorted.slice(start, end).filter(({ so }) => so).length
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** The harmonic mean of precision and recall when everything scored at least `line` is taken for so. */
export function f1(judged: readonly Judged[], line: number): number {
  const right = judged.filter(({ score, so }) => so && score >= line).length
  const taken = judged.filter(({ score }) => score >= line).length
  const all = judged.filter(({ so }) => so).length
  return taken + all === 0 ? 0 : (2 * right) / (taken + all)
}

/** The precision at the highest line that still finds `recall` of what is so; zero when nothing is so. */
export function precisionAtRecall(judged: readonly Judged[], recall: number): number {
  const sorted = judged.toSorted((one, other) => other.score - one.score)
  const wanted = recall * sorted.filter(({ so }) => so).length
  if (wanted === 0) return 0
  let right = 0
  for (const [at, { score, so }] of sorted.entries()) {
    if (so) right++
    // A line cannot part equal scores.
    if (right >= wanted && sorted[at + 1]?.score !== score) return right / (at + 1)
  }
  return 0
}

/** The mean over all labels seen, given or proposed, of the F1 of each: rare labels count as much as common ones. */
export function macroF1(
  answers: readonly { readonly is: string; readonly proposed: string | undefined }[],
): number {
  const tally = new Map<string, { right: number; is: number; proposed: number }>()
  const of = (label: string) => {
    const counts = tally.get(label) ?? { right: 0, is: 0, proposed: 0 }
    tally.set(label, counts)
    return counts
  }
  for (const { is, proposed } of answers) {
    of(is).is++
    if (proposed !== undefined) of(proposed).proposed++
    if (is === proposed) of(is).right++
  }
  const parts = [...tally.values()].map(({ right, is, proposed }) => (2 * right) / (is + proposed))
  return parts.reduce((sum, part) => sum + part, 0) / (parts.length || 1)
}

/** How sure the first proposal sounded (0 to 1), and whether it was right. */
export interface Said {
  readonly confidence: number
  readonly right: boolean
}

/** One tenth of the scale: how many sounded so sure, how sure on average, and how many of them were right. */
export interface Tenth {
  readonly n: number
  readonly confidence: number
  readonly right: number
}

/** Confidence beside truth in ten equal steps of confidence; empty steps have `n` 0. */
export function calibration(said: readonly Said[]): Tenth[] {
  return Array.from({ length: 10 }, (_, step) => {
    const here = said.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === step)
    const sum = here.reduce((total, { confidence }) => total + confidence, 0)
    return { n: here.length, confidence: sum / (here.length || 1), right: share(here, ({ right }) => right) }
  })
}

/** The expected calibration error: how far confidence is from truth, over the ten steps, weighed by their numbers. */
export const calibrationError = (said: readonly Said[]): number =>
  calibration(said).reduce((sum, { n, confidence, right }) => sum + n * Math.abs(confidence - right), 0) /
  (said.length || 1)
