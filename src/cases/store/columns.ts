import { join, raw, type Sql, sql } from '#platform'
import type { CaseState } from '../model/state.ts'

/** Which column of `cases` holds which part of a case's state. */
export const COLUMNS: Record<keyof CaseState, string> = {
  id: 'id',
  reference: 'reference',
  type: 'type',
  stage: 'stage',
  subject: 'subject',
  category: 'category_id',
  entity: 'entity_id',
  automatic: 'automatic',
  unit: 'unit_id',
  handler: 'handler_id',
  parent: 'parent_id',
  mergedInto: 'merged_into',
  resident: 'resident_id',
  enteredBy: 'entered_by',
  channel: 'channel',
  language: 'language',
  place: 'place_id',
  identityHidden: 'identity_hidden',
  urgent: 'urgent',
  outcome: 'outcome',
  answerBy: 'answer_by',
  entityDue: 'entity_due',
  receivedAt: 'received_at',
  routedAt: 'routed_at',
  firstActionAt: 'first_action_at',
  askedAt: 'asked_at',
  askedFrom: 'asked_from',
  repliedAt: 'replied_at',
  repliedBy: 'replied_by',
  verifiedAt: 'verified_at',
  verifiedBy: 'verified_by',
  releasedBy: 'released_by',
  answeredAt: 'answered_at',
  objectedAt: 'objected_at',
  closedAt: 'closed_at',
  extended: 'extended',
  bounces: 'bounces',
  returns: 'returns',
  reopens: 'reopens',
  solved: 'solved',
  respect: 'respect',
  clock: 'clock',
  clockDue: 'clock_due',
  clockSince: 'clock_since',
  entitySince: 'entity_since',
  climbed: 'climbed',
  seq: 'seq',
}

export const FIELDS = Object.keys(COLUMNS) as (keyof CaseState)[]

/** `c.reference, c.category_id as category, …`: a row of `cases c` as a CaseState. */
export const stateColumns = raw(FIELDS.map((field) => `c.${COLUMNS[field]} as "${field}"`).join(', '))

/** `id, reference, …`, in the order of `stateValues`. */
export const columnNames = raw(FIELDS.map((field) => COLUMNS[field]).join(', '))

export const stateValues = (state: CaseState): Sql => join(FIELDS.map((field) => sql`${state[field]}`))

/** The whole row anew: one statement whatever changed, planned once. */
export const setColumns = (state: CaseState): Sql => sql`(${columnNames}) = (${stateValues(state)})`
