import type { Db } from '#platform'
import { type Batch, comparePlaces, unpackEntries } from '../../model/proof/batch.ts'
import { compare, type EventFault, settle } from '../../model/proof/compare.ts'
import { asInstantText, eventHash } from '../../model/proof/event-text.ts'
import { type ChainFault, emptyWalk, gap, type Walk, walk } from '../../model/proof/walk.ts'
import {
  type AuditRow,
  casesOutOfStep,
  countEvents,
  cursorOf,
  referencesOf,
  storedBetween,
  unsealedAfter,
} from '../../store/proof/audit.ts'
import { batchesAfter, nodes } from '../../store/proof/chain.ts'
import { BEGINNING, chainSealer } from './seal-events.ts'
import { type HeadFault, type Witness, witnessed } from './verify-heads.ts'

/** Everything that was found wrong, each with what it is about. */
export type Fault =
  | (EventFault & { reference?: string })
  | ChainFault
  | HeadFault
  | { what: 'case-out-of-step'; caseId: string; seq: number; reference?: string }
  | { what: 'cursor-ahead' }

export interface Verified {
  /** Events held against the chain, those that wait to be sealed, batches and heads. */
  events: number
  unsealed: number
  batches: number
  heads: number
  /** At most `MOST_FAULTS`; `more` counts the rest. */
  faults: Fault[]
  more: number
}

/** Whoever destroyed more than this has made the point. */
const MOST_FAULTS = 10_000

/** Batches read in one go: some ten thousand events. */
const PAGE = 20

/**
 * Holds the whole database against the chain and the heads: every event and every word is hashed again.
 *
 * @param witnesses heads kept elsewhere, which may know more than this database does
 * @param progress told how many events of how many are done
 */
export async function verifyHistory(
  db: Db,
  { witnesses = [], known = [] }: { witnesses?: readonly Witness[]; known?: readonly Buffer[] } = {},
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Verified> {
  const heads = await witnessed(db, witnesses, known)
  const total = await countEvents(db)
  let state = emptyWalk(heads.sizes)
  const found: Fault[] = []
  let page = await readPage(db, state)
  while (page) {
    // The database reads the next page while this one is hashed.
    const ahead = readPage(db, { ...state, last: page.batches.at(-1) })
    const [next, faults] = walkPage(state, page)
    state = next
    found.push(...faults, ...(await nodeFaults(db, state)))
    progress(state.events, total)
    page = await ahead
  }
  const tail = await unsealedAfter(db, state.last?.last ?? BEGINNING, MOST_FAULTS)
  const added = tail.map((event) => ({ ...event, what: 'event-added' as const }))
  const events = settle([...found.filter(isEventFault), ...added]).filter(
    (fault) => fault.what !== 'event-added' || !tail.some((one) => isSame(one, fault)),
  )
  const all: Fault[] = [
    ...events,
    ...found.filter((fault) => !isEventFault(fault)),
    ...heads.faultsAgainst(state),
    ...(await endFaults(db, state)),
  ]
  const faults = await withReferences(db, all.slice(0, MOST_FAULTS))
  return {
    events: state.events,
    unsealed: tail.length,
    batches: state.batches,
    heads: heads.count,
    faults,
    more: all.length - faults.length,
  }
}

interface Page {
  batches: Batch[]
  rows: AuditRow[]
}

async function readPage(db: Db, { last }: Pick<Walk, 'last'>): Promise<Page | undefined> {
  const batches = await batchesAfter(db, last?.number ?? 0, PAGE)
  const end = batches.at(-1)
  if (!end) return undefined
  const rows = await storedBetween(db, last?.last ?? BEGINNING, end.last)
  for (const row of rows) row.at = asInstantText(row.at)
  return { batches, rows }
}

function walkPage(before: Walk, { batches, rows }: Page): [Walk, Fault[]] {
  const faults: Fault[] = []
  let [state, at] = [{ ...before, nodes: [] } as Walk, 0]
  for (const batch of batches) {
    const start = at
    while (at < rows.length && comparePlaces(rows[at] as AuditRow, batch.last) <= 0) at++
    let stored = rows.slice(start, at)
    if (batch.number !== (state.last?.number ?? 0) + 1) {
      // A batch is gone: its events are taken as they are, so that what follows can still be judged.
      const lost = stored.filter(
        (_, index) => comparePlaces(rows[start + index] as AuditRow, batch.first) < 0,
      )
      const [next, missing] = gap(state, batch, lost.map(eventHash))
      state = next
      faults.push(...missing)
      stored = stored.slice(lost.length)
    }
    const entries = unpackEntries(batch.entries)
    faults.push(...compare(entries, stored))
    const [next, broken] = walk(state, batch, entries)
    state = next
    faults.push(...broken)
  }
  return [state, faults]
}

/** Stored nodes that are not what the leaves make: every proof over them would be refused. */
async function nodeFaults(db: Db, { nodes: made }: Walk): Promise<Fault[]> {
  const kept = made.length > 0 ? await nodes(db, made) : []
  const known = new Map(kept.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return made
    .filter(({ level, index, hash }) => !known.get(`${level}/${index}`)?.equals(hash))
    .map(({ level, index }) => ({ what: 'node-wrong', level, index }))
}

async function endFaults(db: Db, { last }: Walk): Promise<Fault[]> {
  const cursor = (await cursorOf(db, chainSealer.name)) ?? BEGINNING
  const ahead = comparePlaces(cursor, last?.last ?? BEGINNING) > 0
  const behind = await casesOutOfStep(db, MOST_FAULTS)
  return [
    ...(ahead ? [{ what: 'cursor-ahead' } as const] : []),
    ...behind.map((one) => ({ what: 'case-out-of-step' as const, ...one })),
  ]
}

const isEventFault = (fault: Fault): fault is EventFault => /^(event|words|subject)-/.test(fault.what)

const isSame = (one: { caseId: string; seq: number }, other: { caseId: string; seq: number }) =>
  one.caseId === other.caseId && one.seq === other.seq

async function withReferences(db: Db, faults: Fault[]): Promise<Fault[]> {
  const ids = [...new Set(faults.flatMap((fault) => ('caseId' in fault ? [fault.caseId] : [])))]
  const known = new Map(
    (ids.length > 0 ? await referencesOf(db, ids) : []).map(({ id, reference }) => [id, reference]),
  )
  return faults.map((fault) => ('caseId' in fault ? { ...fault, reference: known.get(fault.caseId) } : fault))
}
