import { no, type Result, westernDigits, yes } from '#kernel'
import { askedTerms } from '#language'
import { type DeskQuery, writeCursor } from '../model/desk-query.ts'
import type { Commonness } from '../model/search/commonness.ts'
import { heldBy, marksOfReach, OPEN, ofEntity } from '../model/search/marks.ts'
import { covering, SHORTEST } from '../model/search/stretches.ts'
import { type WordQuery, within, wordQuery } from '../model/search/word-query.ts'
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
/** Cases. So many that show the rarest word are read at once, wherever they stand. */
const AT_ONCE = 20_000
/** How much longer each stretch is than the one before. */
const LONGER = 8

/**
 * The cases in which words were written, the last that came first; a page of them, and the next by its cursor.
 *
 * A common word is in hundreds of thousands of cases, of which a page shows fifty: the newest stretch is asked first, as
 * long as the page should take, then longer and longer ones before it.
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
    const { cursor } = reading
    const end = cursor?.phase === 'found' ? cursor.position : await endOfSearch(tx)
    return walk(end, firstStretch(asked, known, reading.limit), reading.limit, (stretches, before, limit) =>
      foundBefore(tx, wanted, { ...reading, limit }, within(asked, stretches), before),
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

/** So many of the newest cases should hold the page twice; all of them where few show the rarest word. */
function firstStretch({ share, reads }: WordQuery, { cases }: Commonness, limit: number): number {
  if (reads <= AT_ONCE) return Number.POSITIVE_INFINITY
  const enough = (2 * limit) / share
  return enough * 2 > cases ? Number.POSITIVE_INFINITY : Math.max(LONGER * SHORTEST, enough)
}

type Look = (stretches: readonly string[], before: number, limit: number) => Promise<FoundCase[]>

/** From the end towards the beginning in ever longer stretches, until there is enough. */
async function walk(end: number, first: number, limit: number, look: Look): Promise<FoundCase[]> {
  const found: FoundCase[] = []
  let before = end
  for (let length = first; before > 0 && found.length < limit; length *= LONGER) {
    const from = Math.max(0, Math.floor((before - length) / SHORTEST) * SHORTEST)
    const stretches = first === Number.POSITIVE_INFINITY ? [] : covering(from, before)
    found.push(...(await look(stretches, before, limit - found.length)))
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
