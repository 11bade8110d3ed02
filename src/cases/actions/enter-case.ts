import { no, type Result } from '#kernel'
import { chosen } from '../model/input.ts'
import type { Reacher } from '../model/reach.ts'
import type { CaseState } from '../model/state.ts'
import { attach, type StoredFile } from '../store/files.ts'
import type { IntentKey } from '../store/idempotency.ts'
import type { Tools } from './act.ts'
import { submitCase } from './submit-case.ts'

/** How somebody reaches the contact centre. */
export const CENTRE_CHANNELS = ['phone', 'counter', 'letter'] as const
const channel = chosen(CENTRE_CHANNELS)

/** Enters a call, a visit or a letter for somebody: the same case, with the same rights, as their own submission. */
export async function enterCase(
  tools: Tools,
  officer: Reacher,
  given: Record<string, unknown>,
  key: IntentKey,
  files: StoredFile[] = [],
): Promise<Result<{ state: CaseState; again: boolean }>> {
  if (!officer.grants.some(({ role }) => role === 'agent')) return no('not-your-step')
  if (!channel.safeParse(given.channel).success) return no('invalid', { channel: 'choose-one' })
  const submit = (db: Tools['db']) => submitCase({ ...tools, db }, { agentId: officer.id }, given, key)
  if (files.length === 0) return submit(tools.db)
  return tools.db.transaction(async (tx) => {
    const entered = await submit(tx)
    if (!entered.ok || entered.value.again) return entered
    const { id, receivedAt } = entered.value.state
    await attach(tx, files, { caseId: id, seq: 1, at: receivedAt })
    return entered
  })
}
