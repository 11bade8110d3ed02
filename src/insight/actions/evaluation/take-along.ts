import { newId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { addExport } from '../../store/evaluation/cards.ts'
import { type Evaluation, evaluation } from './cards.ts'
import type { EvaluationTools } from './freeze.ts'

/**
 * The cards of people within an officer's reach, for appraisal elsewhere. Who took them is kept. The caller has asked
 * for the authenticator's code.
 */
export async function takePeopleAlong(
  tools: EvaluationTools,
  officer: Officer,
  given: { month?: string; version?: string },
): Promise<Result<Evaluation, 'not-found'>> {
  const found = await evaluation(tools, officer, given)
  if (!found.ok || !found.value.version || found.value.people.length === 0) return no('not-found')
  const { version, people } = found.value
  const at = tools.clock.now()
  await addExport(tools.db, { id: newId(), by: officer.id, at, ...pick(version), cards: people.length })
  return yes(found.value)
}

const pick = ({ month, version }: { month: Temporal.PlainDate; version: number }) => ({ month, version })
