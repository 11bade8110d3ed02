import { type Direction, type Judgement, judge, type Known, type Reading } from './judge.ts'
import { nameOfSeries, type SeriesDimension } from './series.ts'
import { type ShareOf, sharesIn, type Week } from './shares.ts'

/** From the narrowest to the broadest: whoever comes first may explain who comes later. */
const NARROW_FIRST: readonly SeriesDimension[] = ['category-place', 'category', 'entity', 'place', 'nation']

/** So many causes at once are still several; what shows in more series than that is one cause of what holds them. */
const FEW = 3
/** Few causes are the whole story when they explain so much. */
const MOST_OF_IT = 2 / 3
/** A series belongs to another when so much of it lies there. */
const HALF = 0.5

/** A series with what became of it: judged by what no narrower alert explains. */
export interface Judged {
  reading: Reading
  /** Cases that narrower alerts explain, taken out of `reading.observed`; negative where they explain missing ones. */
  explained: number
  judgement: Judgement
  /** The series, by name, whose alert carries this one on. */
  heir?: string
}

/** An alert that speaks, with the cases above what was expected; below it when negative. */
interface Speaking {
  judged: Judged
  direction: Direction
  excess: number
}

/**
 * One alert for one cause. The narrowest series speaks, and what it explains is taken out of everything that holds its
 * cases; but what shows in many narrow series at once is said once, by the broader one.
 *
 * @param known of each series, by name: its alert, or one that ended within the last seven days
 */
export function findCauses(
  readings: readonly Reading[],
  known: ReadonlyMap<string, Known>,
  week: Week,
): Judged[] {
  const watch: Watch = { known, shareOf: sharesIn(week), speaking: [] }
  const found = new Map<string, Judged>()
  for (const [at, dimension] of NARROW_FIRST.entries()) {
    for (const reading of readings.filter((each) => each.dimension === dimension)) {
      const name = nameOfSeries(reading)
      if (found.has(name)) continue
      const judged = judgeRest(reading, watch)
      found.set(name, judged)
      speak(watch, judged)
    }
    const broader = readings.filter((each) => NARROW_FIRST.indexOf(each.dimension) > at)
    for (let one = oneCause(broader, found, watch); one; one = oneCause(broader, found, watch)) {
      const judged = { reading: one.reading, explained: 0, judgement: judgeIn(watch, one.reading) }
      handOver(watch, one.inside, judged)
      found.set(nameOfSeries(one.reading), judged)
      speak(watch, judged)
    }
  }
  const all = [...found.values()]
  for (const judged of all) judged.heir = lastHeir(judged.heir, found)
  return all
}

interface Watch {
  known: ReadonlyMap<string, Known>
  shareOf: ShareOf
  speaking: Speaking[]
}

const judgeIn = ({ known }: Watch, reading: Reading): Judgement =>
  judge(reading, known.get(nameOfSeries(reading)))

function speak({ known, speaking }: Watch, judged: Judged): void {
  const said = directionOf(judged.judgement, known.get(nameOfSeries(judged.reading)))
  if (said) speaking.push({ judged, direction: said, excess: excessOf(judged.reading, said) })
}

/** Alerts of the same direction that lie in a series. */
function insideOf(reading: Reading, { known, shareOf, speaking }: Watch): Speaking[] {
  const direction = directionOf(
    judge(reading, known.get(nameOfSeries(reading))),
    known.get(nameOfSeries(reading)),
  )
  if (!direction) return []
  return speaking.filter(
    (each) => each.direction === direction && shareOf(each.judged.reading, reading) >= HALF,
  )
}

/** The series that says in one alert what many narrower ones say: of several the one that holds most, or is narrower. */
function oneCause(broader: readonly Reading[], found: ReadonlyMap<string, Judged>, watch: Watch) {
  const [first] = broader
    .filter((reading) => !found.has(nameOfSeries(reading)))
    .map((reading) => ({ reading, inside: insideOf(reading, watch) }))
    .filter(({ reading, inside }) => isOneCause(reading, inside))
    .toSorted(
      (one, other) =>
        other.inside.length - one.inside.length ||
        NARROW_FIRST.indexOf(one.reading.dimension) - NARROW_FIRST.indexOf(other.reading.dimension),
    )
  return first
}

/** Whether what shows in narrower series is one broad cause: they are many, and no few of them the whole story. */
function isOneCause({ observed, expected }: Reading, inside: readonly Speaking[]): boolean {
  const sizes = inside.map(({ excess }) => Math.abs(excess)).toSorted((one, other) => other - one)
  const few = sizes.slice(0, FEW).reduce((sum, each) => sum + each, 0)
  return sizes.length > FEW && few < MOST_OF_IT * Math.abs(observed - expected)
}

/** Narrow alerts fall silent: what is open ends, what would have opened does not. */
function handOver(watch: Watch, inside: readonly Speaking[], { reading }: Judged): void {
  for (const { judged } of inside) {
    judged.heir = nameOfSeries(reading)
    const open = watch.known.get(nameOfSeries(judged.reading))?.over === false
    judged.judgement = open ? { does: 'end' } : undefined
  }
  watch.speaking = watch.speaking.filter((each) => !inside.includes(each))
}

/** What is left of a series once its narrower alerts have spoken for theirs. */
function judgeRest(reading: Reading, watch: Watch): Judged {
  const explained = watch.speaking.reduce(
    (sum, { judged, excess }) => sum + excess * watch.shareOf(judged.reading, reading),
    0,
  )
  const rest = { ...reading, observed: Math.max(0, Math.round(reading.observed - explained)) }
  const judgement = judgeIn(watch, rest)
  // It would go on if nothing narrower spoke for it: that carries it on.
  const heir = judgement?.does === 'end' ? largest(insideOf(reading, watch)) : undefined
  return { reading: rest, explained: reading.observed - rest.observed, judgement, heir }
}

const lastHeir = (heir: string | undefined, found: ReadonlyMap<string, Judged>): string | undefined => {
  const next = heir && found.get(heir)?.heir
  return next ? lastHeir(next, found) : heir
}

const largest = (inside: readonly Speaking[]): string | undefined => {
  const [first] = inside.toSorted((one, other) => Math.abs(other.excess) - Math.abs(one.excess))
  return first && nameOfSeries(first.judged.reading)
}

function directionOf(judgement: Judgement, known: Known | undefined): Direction | undefined {
  if (judgement?.does === 'open') return judgement.direction
  return judgement?.does === 'go-on' ? known?.direction : undefined
}

const excessOf = ({ observed, expected }: Reading, direction: Direction): number =>
  direction === 'more' ? Math.max(0, observed - expected) : Math.min(0, observed - expected)
