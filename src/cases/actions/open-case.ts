import { isId, no, parseReference, type Result, yes } from '#kernel'
import { type Reacher, rolesOn } from '../model/reach.ts'
import { type Sight, sight } from '../model/sight.ts'
import type { CaseState } from '../model/state.ts'
import type { Actor, StepName } from '../model/steps.ts'
import { openSteps } from '../model/take.ts'
import * as cases from '../store/cases.ts'
import { recordRead } from '../store/desk.ts'
import * as around from '../store/desk-case.ts'
import { eventsOf, type Happened } from '../store/events.ts'
import { type CaseFile, filesOf } from '../store/files.ts'
import { actionsOf, draftOf, type ReplyDraft, type TrackedAction } from '../store/replies.ts'
import type { Tools } from './act.ts'

/** A case as one officer may see it, with what they may do. */
export interface OpenedCase {
  state: CaseState
  /** The roles this officer holds on this case. */
  roles: Actor[]
  /** The steps they may take now. */
  steps: StepName[]
  sight: Sight
  /** Only what `sight` allows; null where nothing of it may be seen. */
  requester: Partial<around.Requester> | null
  /** The whole history, first event first, with what was written. */
  events: Happened[]
  files: CaseFile[]
  actions: TrackedAction[]
  /** Within the officer's reach. */
  related: around.RelatedCase[]
  parts: { open: number; all: number }
  draft: ReplyDraft | null
  reads: around.CaseRead[]
}

/**
 * Opens a case for an officer and records that they read it. Out of reach and unknown are one answer.
 *
 * @param id the case's id, or its public number in any digits
 */
export async function openCase(
  { db, clock }: Pick<Tools, 'db' | 'clock'>,
  officer: Reacher,
  id: string,
): Promise<Result<OpenedCase, 'not-found'>> {
  const found = await findCase(db, officer, id)
  if (!found) return no('not-found')
  const roles = rolesOn(officer, found)
  const [role] = roles
  if (!role) return no('not-found')
  await recordRead(db, found.id, officer.id, role, clock.now())
  const seen = sight(roles, found)
  const [requester, events, files, actions, related, draft, reads] = await Promise.all([
    around.requesterOf(db, found.id),
    eventsOf(db, found.id),
    filesOf(db, found.id),
    actionsOf(db, found.id),
    around.relatedTo(db, officer, found.id),
    draftOf(db, found.id),
    seen.reads ? around.readsOf(db, found.id, 20) : [],
  ])
  const { sector, onCall, parts, partsOpen, ...state } = found
  return yes({
    state: seen.name ? state : { ...state, resident: null },
    roles,
    steps: openSteps(found, { id: officer.id, roles }),
    sight: seen,
    requester: seenBy(seen, requester),
    events: seen.name ? events : events.map(withoutResident),
    files,
    actions,
    related,
    parts: { open: partsOpen, all: parts },
    draft: draft ?? null,
    reads,
  })
}

/** The case behind an id or a public number, within reach; for naming another case on a form. */
export async function findCase(db: Tools['db'], officer: Reacher, named: string) {
  if (isId(named)) return cases.findWithinReach(db, officer, named)
  const reference = parseReference(named)
  return reference ? cases.findByReferenceWithinReach(db, officer, reference) : undefined
}

function seenBy({ name, contact }: Sight, requester?: around.Requester): OpenedCase['requester'] {
  if (!requester || !(name || contact)) return null
  const { phone, email, language } = requester
  return { name: requester.name, language, ...(contact && { phone, email }) }
}

/** Ids of a resident who hides lead nowhere either. */
const withoutResident = (event: Happened): Happened =>
  event.role === 'resident' ? { ...event, actorId: null, facts: { ...event.facts, resident: null } } : event
