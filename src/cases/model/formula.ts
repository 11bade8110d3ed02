import { askedTerms, searchTerms, similarity, words } from '#language'
import { asksFor, lacksWhatIsAsked } from './asked-for.ts'
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
/** So many words of its subject show that a reply speaks of the matter, in words of its own. */
const ON_SUBJECT = 2
/** From here on a point that was answered is one that the resident raised, perhaps in other words. */
const THE_SAME_POINT = 0.3

/**
 * What about a reply looks like a formula or hurts: nearly what was sent before, hardly anything said, points of the
 * resident left aside, no way to go on, blame or empty phrases. A warning for the writer and the reviewers; it
 * blocks nothing.
 *
 * @param asked what the resident wrote
 * @param earlier texts of the entity's latest replies to others
 * @param subject what people and offices call what the case is about: people write «المي», offices «الضخ»
 */
export function formulaWarnings(
  reply: ReplyToJudge,
  asked: string,
  earlier: readonly string[],
  subject: readonly string[] = [],
): FormulaWarning[] {
  const said = [reply.text, ...(reply.points ?? []).flatMap(({ point, answer }) => [point, answer])].join(
    '\n',
  )
  const tone = toneOf(said)
  const onSubject = speaksOf(subject, said)
  const found: Record<FormulaWarning, boolean> = {
    'like-earlier': earlier.some((other) => similarity(reply.text, other) >= NEARLY_THE_SAME),
    'too-short': words(said).length < SHORTEST,
    'points-missed': splitPoints(asked)
      // What was told may stand behind one answer; what was asked may not stay unanswered.
      .filter((point) => (reply.points ?? []).length === 0 || isQuestion(point))
      .some((point) =>
        isQuestion(point)
          ? lacksWhatIsAsked(point, said) ||
            !(isAddressed(point, said, reply) || (onSubject && asksFor(point)))
          : !(onSubject || isAddressed(point, said, reply)),
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

/** Whether a text speaks of a subject at all; forwarding it and thanking for it are of none. */
function speaksOf(subject: readonly string[], said: string): boolean {
  const named = new Set(subject.flatMap(searchTerms))
  return searchTerms(said).filter((term) => named.has(term) && !OFFICE.has(term)).length >= ON_SUBJECT
}

/** What every office says about everything. */
const OFFICE: ReadonlySet<string> = new Set(
  searchTerms(
    'تم تحويل شكوى شكواكم شكوتك طلب طلبكم طلبك الجهة المعنية المختصة متابعة معاملة موظف مركز دائرة قسم موضوع مراجعة تواصل شكرا نشكركم الآن اليوم يوم complaint request case department office concerned follow',
  ),
)

/** A point is addressed by an answer of its own, or by what is said as a whole. */
function isAddressed(point: string, said: string, { points = [] }: ReplyToJudge): boolean {
  const own = points.some((each) => each.answer.trim() && similarity(point, each.point) >= THE_SAME_POINT)
  const asked = askedTerms(point)
  const spoken = new Set(searchTerms(said))
  const met = asked.filter((each) => each.some((term) => spoken.has(term)))
  return own || asked.length === 0 || met.length / asked.length > ADDRESSED
}
