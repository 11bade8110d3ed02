import { casesOfCaller, submitCase, takeStep } from '#cases'
import { isId, newId, no, type Result, yes } from '#kernel'
import { holdsAny, type Officer } from '#people'
import type { Db } from '#platform'
import { ownWords } from '../model/own-words.ts'
import * as store from '../store/arrivals.ts'
import { listMailboxes } from '../store/mailboxes.ts'
import { submissionOf, type Tools } from './take-in.ts'

/** The contact centre sees to what waits. */
export const maySettle = (officer: Officer): boolean => holdsAny(officer, ['agent'])

/** What waits for a person, what was set aside, and how the mailboxes are. */
export async function listArrivals(db: Db, officer: Officer) {
  if (!maySettle(officer)) return undefined
  const [waiting, aside, mailboxes] = await Promise.all([
    store.list(db, 'quarantine', 100),
    store.list(db, 'set-aside', 50),
    listMailboxes(db),
  ])
  return { waiting, aside, mailboxes }
}

export const findArrival = async (db: Db, officer: Officer, id: string) =>
  maySettle(officer) && isId(id) ? store.find(db, id) : undefined

/** What lay aside this long was wanted by nobody. */
const KEPT_ASIDE = { hours: 24 * 30 }

/** Forgets the words of what lay aside for a month. @returns the drafts that must stay for what still waits */
export async function tidyArrivals({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<string[]> {
  await store.forgetWords(db, clock.now().subtract(KEPT_ASIDE))
  return store.draftsInUse(db)
}

export const countWaiting = (db: Db) => store.countWaiting(db)

/** What an agent decides about it. */
export type Decision = { does: 'submit' } | { does: 'add'; reference: string } | { does: 'dismiss' }

/** Makes a case of it, adds it to one, or lays it down; once, whoever else decides at the same moment. */
export function settle(
  tools: Tools,
  officer: Officer,
  id: string,
  decision: Decision,
): Promise<Result<{ caseId: string | null }>> {
  if (!maySettle(officer) || !isId(id)) return Promise.resolve(no('not-found'))
  return tools.db.transaction(async (tx) => {
    const [open, found] = [await store.lockOpen(tx, id), await store.find(tx, id)]
    if (!open || !found) return no('not-found')
    const done = await decide({ ...tools, db: tx }, officer, found, decision)
    if (!done.ok) return done
    const state = ({ submit: 'case', add: 'addition', dismiss: 'dismissed' } as const)[decision.does]
    await store.settle(tx, id, { state, caseId: done.value, by: officer.id, at: tools.clock.now() })
    return yes({ caseId: done.value })
  })
}

async function decide(
  tools: Tools,
  officer: Officer,
  found: store.WaitingArrival,
  decision: Decision,
): Promise<Result<string | null>> {
  if (decision.does === 'dismiss') return yes(null)
  if (decision.does === 'submit') return submit(tools, officer, found)
  return add(tools, officer, found, decision.reference)
}

async function submit(tools: Tools, officer: Officer, found: store.WaitingArrival) {
  const given = submissionOf(asArrival(found))
  const made = await submitCase(
    tools,
    { agentId: officer.id, ...(found.draftId && { draftId: found.draftId }) },
    given,
    { scope: 'arrivals', key: found.id, bodyHash: Buffer.from(found.id) },
  )
  return made.ok ? yes(made.value.state.id) : made
}

async function add(tools: Tools, officer: Officer, found: store.WaitingArrival, reference: string) {
  const named = await casesOfCaller(tools, officer, { reference, phone: '' })
  const [one] = named.ok ? named.value : []
  if (!one) return no('not-found', { reference: 'no-such-case' })
  const taken = await takeStep(
    tools,
    { kind: 'resident', id: null },
    {
      caseId: one.id,
      step: 'add',
      input: { text: ownWords(found.text ?? '') || found.subject || '—' },
      key: { scope: 'arrivals', key: `${found.id} ${newId()}`, bodyHash: Buffer.from(found.id) },
    },
  )
  return taken.ok ? yes(one.id) : taken
}

const asArrival = (found: store.WaitingArrival) => ({
  channel: found.channel,
  name: found.id,
  from: { address: found.sender ?? '', name: found.senderName ?? '' },
  subject: found.subject ?? '',
  text: found.text ?? '',
  answers: [],
  automatic: false,
  attachments: [],
})
