import { isId, no, type Result, yes } from '#kernel'
import type { Db } from '#platform'
import { complaints } from '../model/input.ts'
import { type Reacher, rolesOn } from '../model/reach.ts'
import type { StepName } from '../model/steps.ts'
import { type Taker, take } from '../model/take.ts'
import * as cases from '../store/cases.ts'
import * as files from '../store/files.ts'
import { type IntentKey, keep, kept } from '../store/idempotency.ts'
import type { Decision, Moment, Tools } from './act.ts'
import { ACTS } from './acts/index.ts'
import { follow } from './follow.ts'
import { type Performed, perform } from './perform.ts'

/** Who takes a step. Whoever is not staff has proven their right to this one case before. */
export type Who =
  | { kind: 'staff'; officer: Reacher }
  | { kind: 'resident'; id: string | null }
  | { kind: 'entity' }
  | { kind: 'system' }

export interface StepToTake {
  caseId: string
  step: Exclude<StepName, 'submit'>
  input: unknown
  /** Files that came with it, stored already. */
  files?: files.StoredFile[]
  key?: IntentKey
  /** Takes part in the step's transaction, before anything is written: a refusal undoes it all. */
  within?: (tx: Db, now: Temporal.Instant) => Promise<Result<unknown>>
}

/**
 * The one door through which anything happens to a case. Asks the table, checks what was given, and writes
 * event and state in one transaction; a refusal changes nothing.
 */
export function takeStep(tools: Tools, who: Who, wanted: StepToTake): Promise<Result<Performed>> {
  const { caseId, step, key } = wanted
  if (!isId(caseId)) return Promise.resolve(no('not-found'))
  // What is sealed is erased here: only by whoever hands it over in the same transaction.
  if (step === 'seal' && !wanted.within) return Promise.resolve(no('not-your-step'))
  return tools.db.transaction(async (tx) => {
    const found =
      who.kind === 'staff'
        ? await cases.lockWithinReach(tx, who.officer, caseId)
        : await cases.lock(tx, caseId)
    if (!found) return no('not-found')
    const earlier = key && (await kept(tx, key))
    if (earlier) return replayed(tx, earlier, key)

    const taker = takerOf(who, found)
    const moment: Moment = {
      tx,
      taker,
      now: tools.clock.now(),
      directory: await tools.directory(),
      book: await tools.book(),
    }
    const move = take(step, found, taker)
    if (!move.ok) return move
    const decision = await decide(found, wanted, moment)
    if (!decision.ok) return decision
    const joined = await wanted.within?.(tx, moment.now)
    if (joined && !joined.ok) return joined

    const performed = await perform(
      found,
      step,
      move.value,
      withFiles(decision.value, wanted, moment),
      moment,
    )
    // Somebody used the key on another case in this very moment: one intention has one effect, so this one is undone.
    if (key && (await keep(tx, key, caseId, performed.event.seq)) === 0)
      return no('key-used-for-something-else')
    await follow(performed, moment)
    return yes(performed)
  })
}

async function decide(found: cases.FoundCase, { step, input }: StepToTake, moment: Moment) {
  const parsed = ACTS[step].input.safeParse(input)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  return ACTS[step].decide(found, parsed.data, moment)
}

const takerOf = (who: Who, found: cases.FoundCase): Taker => {
  if (who.kind === 'staff') return { id: who.officer.id, roles: rolesOn(who.officer, found) }
  return { id: who.kind === 'resident' ? who.id : null, roles: [who.kind] }
}

/** The same intention again: what it did the first time, and nothing more. */
async function replayed(
  tx: Db,
  earlier: { bodyHash: Buffer; caseId: string; seq: number },
  key: IntentKey,
): Promise<Result<Performed>> {
  if (!earlier.bodyHash.equals(key.bodyHash)) return no('key-used-for-something-else')
  const performed = await cases.performedAt(tx, earlier.caseId, earlier.seq)
  return performed ? yes(performed) : no('not-found')
}

function withFiles(
  decision: Decision,
  { caseId, step, files: stored = [] }: StepToTake,
  { tx, now }: Moment,
): Decision {
  if (stored.length === 0) return decision
  return {
    ...decision,
    facts: { ...decision.facts, files: stored.filter(({ original }) => !original).map(({ id }) => id) },
    also: async (after) => {
      await files.attach(tx, stored, { caseId, seq: after.seq, at: now, internal: INTERNAL.includes(step) })
      await decision.also?.(after)
    },
  }
}

/** What only staff reads; so are the files that come with it. */
const INTERNAL: readonly StepName[] = ['note', 'order', 'remind', 'assign', 'take-up', 'refuse', 'return']
