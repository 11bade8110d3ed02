import { type DraftedReply, LIMITS, splitPoints } from '#cases'
import type { CaseData } from '../data.ts'

/** What a reply begins with: what was drafted, what the parts answered, or the points that the text raises. */
export function beginning(data: CaseData): DraftedReply {
  const empty: DraftedReply = {
    text: '',
    outcome: '',
    legalGround: '',
    otherRemedy: '',
    points: [],
    actions: [],
  }
  const { draft, partReplies, first, reply } = data
  if (draft) return { ...empty, ...(draft.body as Partial<DraftedReply>) }
  if (partReplies.length > 0) return { ...empty, ...joined(data) }
  if (!reply && wasSentBack(data)) return { ...empty, ...returned(data) }
  return { ...empty, points: splitPoints(first.text ?? '').map((point) => ({ point, answer: '' })) }
}

/** After a reopening the answer that the resident has stays theirs, with its promises: a new one is written. */
const wasSentBack = ({ events }: CaseData): boolean =>
  events.findLast(({ step }) => step === 'return' || step === 'release')?.step === 'return'

/** A reply that was sent back is corrected, not written anew. */
function returned({ events }: CaseData): Partial<DraftedReply> {
  const last = events.findLast(({ step }) => step === 'reply')
  if (!last) return {}
  const { text = '', legalGround = '', otherRemedy = '', points = [], actions = [] } = last.words ?? {}
  return {
    ...{ text, legalGround, otherRemedy, points },
    outcome: last.facts.outcome ?? '',
    actions: actions.map(({ text, dueOn }) => ({ text, dueOn })),
  }
}

/** One voice out of the answers of the parts. */
function joined({ partReplies, directory }: CaseData): Partial<DraftedReply> {
  const nameOf = (id: string | null) => directory.entity(id)?.name.ar ?? ''
  return {
    text: partReplies.map(({ entity, words }) => `${nameOf(entity)}: ${words.text ?? ''}`).join('\n\n'),
    points: partReplies.flatMap(({ words }) => words.points ?? []).slice(0, LIMITS.points),
    actions: partReplies
      .flatMap(({ words }) => words.actions ?? [])
      .map(({ text, dueOn }) => ({ text, dueOn }))
      .slice(0, LIMITS.actions),
  }
}
