import { newId, no, parseReference, type Result, yes } from '#kernel'
import { parsePhone } from '#people'
import type { Reacher } from '../model/reach.ts'
import { addCall, type CallersCase, casesOfPhone } from '../store/calls.ts'
import { findByReference } from '../store/cases.ts'
import type { Tools } from './act.ts'

/** What a caller says of themselves: the number of their case, or the telephone they left with it. */
export interface Caller {
  reference: string
  phone: string
  /** The calling code that a number without one belongs to. */
  country?: string
}

/** A caller's cases by their exact number or telephone; nothing of their content is told before one is opened. */
export async function casesOfCaller(
  { db }: Pick<Tools, 'db'>,
  officer: Reacher,
  caller: Caller,
): Promise<Result<CallersCase[], 'not-your-step'>> {
  if (!answersCalls(officer)) return no('not-your-step')
  const reference = parseReference(caller.reference)
  if (reference) {
    const found = await findByReference(db, reference)
    return yes(found && !found.parent ? [found] : [])
  }
  const typed = caller.phone.trim()
  const phone = parsePhone(typed, caller.country)
  const found = await Promise.all(
    [...new Set([typed, phone ?? ''])].filter(Boolean).map((each) => casesOfPhone(db, each)),
  )
  return yes(found.flat())
}

/**
 * Opens a caller's case to the agent who has them on the line, and writes down that it was opened. The caller
 * must have named it: by its number, or by a telephone that belongs to it.
 */
export async function registerCall(
  tools: Pick<Tools, 'db' | 'clock'>,
  officer: Reacher,
  caller: Caller,
  caseId: string,
): Promise<Result<{ id: string }>> {
  const found = await casesOfCaller(tools, officer, caller)
  if (!found.ok) return found
  const named = found.value.find(({ id }) => id === caseId)
  if (!named) return no('not-found')
  await addCall(tools.db, { id: newId(), staffId: officer.id, caseId, at: tools.clock.now() })
  return yes({ id: caseId })
}

const answersCalls = ({ grants }: Reacher): boolean => grants.some(({ role }) => role === 'agent')
