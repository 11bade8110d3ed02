import { similarity, words } from '#language'
import { splitPoints } from './points.ts'
import type { ReplyOutcome } from './stages.ts'

export interface ReplyToJudge {
  text: string
  outcome?: ReplyOutcome | (string & {})
  otherRemedy?: string
  points?: readonly { point: string; answer: string }[]
  actions?: readonly unknown[]
}

export const FORMULA_WARNINGS = ['like-earlier', 'too-short', 'points-missed', 'no-next-step'] as const
export type FormulaWarning = (typeof FORMULA_WARNINGS)[number]

/** From this likeness on a reply is one that was sent before with a word changed. */
const NEARLY_THE_SAME = 0.85
/** Words. Nobody was ever answered in fewer. */
const SHORTEST = 6
/** Below it a point and an answer share hardly a word. */
const ADDRESSED = 0.08

/**
 * What about a reply looks like a formula: nearly what was sent before, hardly anything said, points of the
 * resident left aside, or no way to go on. A warning for the writer and the reviewers; it blocks nothing.
 *
 * @param asked what the resident wrote
 * @param earlier texts of the entity's latest replies to others
 */
export function formulaWarnings(
  reply: ReplyToJudge,
  asked: string,
  earlier: readonly string[],
): FormulaWarning[] {
  const said = [reply.text, ...(reply.points ?? []).flatMap(({ point, answer }) => [point, answer])].join(
    '\n',
  )
  const found: Record<FormulaWarning, boolean> = {
    'like-earlier': earlier.some((other) => similarity(reply.text, other) >= NEARLY_THE_SAME),
    'too-short': words(said).length < SHORTEST,
    'points-missed':
      splitPoints(asked).some((point) => similarity(point, said) < ADDRESSED) &&
      (reply.points ?? []).length < 1,
    'no-next-step':
      Boolean(reply.outcome) &&
      reply.outcome !== 'solved' &&
      reply.outcome !== 'explained' &&
      !reply.otherRemedy &&
      (reply.actions ?? []).length === 0,
  }
  return FORMULA_WARNINGS.filter((warning) => found[warning])
}
