import type { Words } from '#words'

/** What a field of our forms is called, so that a list of errors says which field each is about. */
export function labelOf({ desk }: Words, step: string, name: string): string | undefined {
  const [list, at, field] = name.split('.')
  const number = Number(at) + 1
  if (list === 'points' && field)
    return desk.page.within(desk.reply.point(number), desk.reply[field === 'point' ? 'points' : 'answer'])
  if (list === 'actions' && field) return desk.reply[field === 'text' ? 'action' : 'actionDate']
  if (list === 'parts' && field)
    return desk.page.within(desk.ask.part(number), desk.ask[field === 'entity' ? 'entity' : 'partText'])
  return labelsOf(desk, step)[name]
}

function labelsOf(
  { ask, reply, answer, templates, centre }: Words['desk'],
  step: string,
): Readonly<Record<string, string>> {
  const { text, outcome, legalGround, otherRemedy } = reply
  if (step === 'reply')
    return { text, outcome, legalGround, otherRemedy, files: ask.files, signedBy: answer.signedBy }
  if (step === 'template') return templates
  if (step === 'register') return { ...centre, files: ask.files }
  return { ...(ask as unknown as Record<string, string>), ...ownWords(ask)[step] }
}

/** Fields that are called otherwise in each step. */
const ownWords = (ask: Words['desk']['ask']): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  order: { note: ask.order },
  add: { text: ask.add },
  return: { reason: ask.returnReason },
  refuse: { reason: ask.refuseReason, entity: ask.proposed },
  extend: { reason: ask.extendReason },
  reopen: { reason: ask.reopenReason },
  uphold: { reason: ask.upholdReason },
  object: { reason: ask.objectReason },
  contest: { reason: ask.contestReason },
  withdraw: { reason: ask.withdrawReason },
  merge: { into: ask.number },
  link: { other: ask.number },
})
