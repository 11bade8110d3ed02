import { searchTerms, similarity, words } from '#language'
import { lacksWhatIsAsked } from './asked-for.ts'
import { splitPoints } from './points.ts'
import type { ReplyOutcome } from './stages.ts'
import { toneOf } from './tone.ts'

export interface ReplyToJudge {
  text: string
  outcome?: ReplyOutcome | (string & {})
  otherRemedy?: string
  points?: readonly { point: string; answer: string }[]
  actions?: readonly unknown[]
}

export const FORMULA_WARNINGS = [
  'like-earlier',
  'too-short',
  'points-missed',
  'no-next-step',
  'blames',
  'cold',
] as const
export type FormulaWarning = (typeof FORMULA_WARNINGS)[number]

/** From this likeness on a reply is one that was sent before with a word changed. */
const NEARLY_THE_SAME = 0.85
/** Words. Nobody was ever answered in fewer. */
const SHORTEST = 6
/** Of the telling words of a point so many at most stand in an answer that leaves it aside. */
const ADDRESSED = 0.2
/** From here on a point that was answered is one that the resident raised, perhaps in other words. */
const THE_SAME_POINT = 0.3

/**
 * What about a reply looks like a formula or hurts: nearly what was sent before, hardly anything said, points of the
 * resident left aside, no way to go on, blame or empty phrases. A warning for the writer and the reviewers; it
 * blocks nothing.
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
  const tone = toneOf(said)
  const found: Record<FormulaWarning, boolean> = {
    'like-earlier': earlier.some((other) => similarity(reply.text, other) >= NEARLY_THE_SAME),
    'too-short': words(said).length < SHORTEST,
    'points-missed': splitPoints(asked)
      // What was told may stand behind one answer; what was asked may not stay unanswered.
      .filter((point) => (reply.points ?? []).length === 0 || isQuestion(point))
      .some(
        (point) => !isAddressed(point, said, reply) || (isQuestion(point) && lacksWhatIsAsked(point, said)),
      ),
    'no-next-step':
      Boolean(reply.outcome) &&
      reply.outcome !== 'solved' &&
      reply.outcome !== 'explained' &&
      !reply.otherRemedy &&
      (reply.actions ?? []).length === 0,
    blames: tone.includes('blames'),
    cold: tone.includes('cold'),
  }
  return FORMULA_WARNINGS.filter((warning) => found[warning])
}

const isQuestion = (point: string): boolean => /[؟?]\s*$/u.test(point)

/** A point is addressed by an answer of its own, or by what is said as a whole. */
function isAddressed(point: string, said: string, { points = [] }: ReplyToJudge): boolean {
  const own = points.some((each) => each.answer.trim() && similarity(point, each.point) >= THE_SAME_POINT)
  const asked = searchTerms(point)
  const spoken = new Set(searchTerms(said))
  return (
    own || asked.length === 0 || asked.filter((term) => spoken.has(term)).length / asked.length > ADDRESSED
  )
}
