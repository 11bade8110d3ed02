import { isId, newId, no, type Result, yes } from '#kernel'
import { CALLING_CODES, parseEmail, parsePhone, type Resident } from '#people'
import * as announcements from '../store/announcements.ts'
import * as followers from '../store/followers.ts'
import { countFollower } from '../store/problems.ts'
import type { Tools } from './tools.ts'

export interface Following {
  phone?: string
  email?: string
  language: 'ar' | 'en'
}

/**
 * Somebody has it too, and follows the known problem instead of filing. They are told once, when it is fixed, the way
 * they choose their messages; nobody sees who they are.
 */
export async function followProblem(
  tools: Tools,
  resident: Resident | undefined,
  problemId: string,
  given: Following,
): Promise<Result<{ again: boolean }>> {
  const now = tools.clock.now()
  if (!isId(problemId) || !(await announcements.runningOf(tools.db, problemId, now))) return no('not-found')
  const reached = resident ? yes(own(resident)) : await contactOf(tools, given)
  if (!reached.ok) return reached
  const one = { id: newId(), language: given.language, ...reached.value }
  return tools.db.transaction(async (tx) => {
    const added = await followers.add(tx, problemId, one, now)
    if (added > 0) await countFollower(tx, problemId)
    return yes({ again: added === 0 })
  })
}

const own = ({ id }: Resident) => ({ residentId: id, phone: null, email: null, contact: id })

async function contactOf(tools: Tools, { phone: typedPhone = '', email: typedEmail = '' }: Following) {
  const { country } = await tools.directory()
  const phone = typedPhone.trim() ? parsePhone(typedPhone, CALLING_CODES[country ?? '']) : undefined
  const email = typedEmail.trim() ? parseEmail(typedEmail.trim()) : undefined
  if (typedPhone.trim() && !phone) return no('invalid', { phone: 'phone' })
  if (typedEmail.trim() && !email) return no('invalid', { email: 'email' })
  if (!phone && !email) return no('invalid', { phone: 'required' })
  return yes({ residentId: null, phone: phone ?? null, email: email ?? null, contact: phone ?? email ?? '' })
}
