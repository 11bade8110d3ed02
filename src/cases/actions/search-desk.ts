import { no, type Result, westernDigits, yes } from '#kernel'
import { askedTerms } from '#language'
import { type DeskQuery, writeCursor } from '../model/desk-query.ts'
import type { Commonness } from '../model/search/commonness.ts'
import { heldBy, marksOfReach, OPEN, ofEntity } from '../model/search/marks.ts'
import { stretchBefore } from '../model/search/stretches.ts'
import { type Lookup, lookupOf, type WordQuery, wordQuery } from '../model/search/word-query.ts'
import type { DeskCase, Reading, Wanted } from '../store/desk-list.ts'
import { type FoundCase, foundBefore } from '../store/desk-search.ts'
import { endOfSearch } from '../store/search.ts'
import { withinTime } from '../store/within-time.ts'
import type { Tools } from './act.ts'

export interface DeskPage {
  cases: DeskCase[]
  /** Where the next page begins; null on the last one. */
  next: string | null
}

/** What searching needs beside the tools of every action. */
export interface SearchTools extends Pick<Tools, 'db' | 'clock' | 'directory'> {
  /** How common words are in the search, as of some minutes ago. */
  commonness(): Promise<Commonness>
}

/** Milliseconds. A question that takes longer is answered with "too broad". */
const PATIENCE = 3000
/** Cases. So many are read at once, wherever they stand. */
const AT_ONCE = 2_000
/**
 * Cases. Words of one phrase stand in the same cases, a hundred times as many as chance would bring together; until
 * what was found says how many, no more are asked for at once than could be read even so.
 */
const MOST_READ = 10_000
/** Stretches after which what was found says more than what was to be expected. */
const TRIED = 2

/**
 * The cases in which words were written, the last that came first; a page of them, and the next by its cursor.
 *
 * A common word is in hundreds of thousands of cases, of which a page shows fifty: the newest are asked stretch by
 * stretch, each as long as the rest of the page should take, until there are enough, or so few left that they are asked
 * all at once.
 */
export async function searchDesk(
  tools: SearchTools,
  query: DeskQuery,
  wanted: Wanted,
  reading: Reading,
): Promise<Result<DeskPage>> {
  const groups = askedTerms(westernDigits(query.q ?? ''))
  if (groups.length === 0 || wanted.ways.length === 0) return yes({ cases: [], next: null })
  const directory = await tools.directory()
  const sector = (id: string) => directory.entitiesOfSector(id).map((each) => each.id)
  const known = await tools.commonness()
  const asked = wordQuery(
    groups,
    marksOf(query, wanted, reading.officer.id, marksOfReach(reading.officer, sector)),
    known,
  )
  const found = await withinTime(tools.db, PATIENCE, async (tx) => {
    const { cursor, limit } = reading
    const end = cursor?.phase === 'found' ? cursor.position : await endOfSearch(tx)
    return walk(end, asked, limit, (lookup, before, most) =>
      foundBefore(tx, wanted, { ...reading, limit: most }, lookup, before),
    )
  })
  return found ? yes(paged(found, reading.limit - 1)) : no('too-broad')
}

/** What every case in question shows beside words. */
function marksOf({ entity, unit, mine }: DeskQuery, { ways }: Wanted, officer: string, reach: string[]) {
  const open = ways.every(({ stages }) => stages !== 'any' && !stages.includes('closed'))
  return [
    reach,
    entity ? [ofEntity(entity)] : [],
    unit ? [heldBy(unit)] : [],
    mine ? [heldBy(officer)] : [],
    open ? [OPEN] : [],
  ].filter((group) => group.length > 0)
}

type Look = (lookup: Lookup, before: number, limit: number) => Promise<FoundCase[]>

/** From the end towards the beginning, until there is enough. */
async function walk(end: number, asked: WordQuery, limit: number, look: Look): Promise<FoundCase[]> {
  const found: FoundCase[] = []
  let [before, density, bearable] = [end, asked.share, MOST_READ / asked.atMost]
  for (let tried = 0; before > 0 && found.length < limit; tried++) {
    if (tried >= TRIED) [density, bearable] = [(found.length + 1) / (end - before), Number.POSITIVE_INFINITY]
    const missing = limit - found.length
    const all = density * before <= AT_ONCE && before <= bearable
    const most = Math.min((2 * missing) / density, bearable)
    const { mark, from } = all ? { mark: undefined, from: 0 } : stretchBefore(before, most)
    found.push(...(await look(lookupOf(asked, before - from, mark), before, missing)))
    before = from
  }
  return found
}

function paged(found: FoundCase[], limit: number): DeskPage {
  const cases = found.slice(0, limit)
  const last = cases.at(-1)
  const next = last && found.length > limit ? writeCursor({ phase: 'found', position: last.position }) : null
  return { cases: cases.map(({ position: _, ...each }) => each), next }
}
