import assert from 'node:assert/strict'
import { aVisitor, type Seen, textOf, type Visitor } from '../../../test/kit/visitor.ts'

export const STORY = 'في حفرة كبيرة قدام مدرسة البنات من أسبوعين. خربت تاير سيارتي وأخاف على الأطفال.'

/** What somebody answers to each question of a complaint, in order. */
export const ANSWERS = {
  text: { text: STORY },
  type: { type: 'complaint' },
  category: { category: 'potholes' },
  entity: { entity: 'works' },
  place: { 'place.text': 'أمام البوابة الشمالية' },
  remedy: { remedy: 'أتمنى تسدونها' },
  files: {},
  who: { who: 'guest' },
  contact: { name: 'فاطمة علي', phone: '+973 3300 1122', email: '', language: 'ar' },
} as const

type Question = keyof typeof ANSWERS

/** Answers the questions up to one, which is left open; all of them without it. */
export async function answeredUpTo(visitor: Visitor, open?: Question, other: object = {}): Promise<Seen> {
  let seen: Seen = await visitor.get('/ar/new')
  for (const [question, answer] of Object.entries({ ...ANSWERS, ...other })) {
    if (question === open) break
    seen = await visitor.send(`/ar/new/${question}`, answer)
    assert.equal(seen.status, 200, `${question}: ${textOf(seen.html)}`)
  }
  return seen
}

/** A visitor who has sent their complaint and looks at the confirmation. */
export async function sentBy(visitor: Visitor, other: object = {}) {
  await answeredUpTo(visitor, undefined, other)
  const seen = await visitor.send('/ar/new/check')
  assert.equal(seen.path, '/ar/new/sent')
  return { seen, ...secretsIn(seen) }
}

/** Number and PIN as the confirmation shows them. */
export function secretsIn({ html }: Seen) {
  const text = textOf(html)
  const [reference = ''] = /\d\d-\d{4}-\d{4}-\d/.exec(text) ?? []
  const [, pin = ''] = /الرمز السري (\d{3} \d{3})/.exec(text) ?? []
  return { reference, pin }
}

export { aVisitor, textOf, type Visitor }
