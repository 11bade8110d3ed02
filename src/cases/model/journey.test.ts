import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Answers,
  asSubmission,
  type Draft,
  isAnswered,
  isOpen,
  nextQuestion,
  overtaken,
  progress,
  QUESTIONS,
  type Question,
  questionBefore,
  questions,
} from './journey.ts'
import { TYPES } from './stages.ts'
import { submission } from './submission.ts'

const ANSWERS: { [Name in Question]: fc.Arbitrary<Answers[Name]> } = {
  text: fc.string({ minLength: 1, maxLength: 200 }).map((text) => `قال: ${text}`),
  type: fc.constantFrom(...TYPES),
  category: fc.constantFrom(null, 'potholes', 'power-cuts'),
  entity: fc.constantFrom(null, 'works', 'housing'),
  place: fc.constantFrom(null, { text: 'أمام المسجد' }, { lat: 26.2, lon: 50.6 }, { id: 'manama' }),
  remedy: fc.constantFrom(null, 'إصلاحها'),
  files: fc.constant('seen' as const),
  who: fc.constantFrom('signed-in', 'guest', 'hidden'),
  contact: fc.constant({ name: 'فاطمة', phone: '+97333001122', language: 'ar' as const }),
}

/** Any draft, as any order of answering, changing and going away can leave it. */
const drafts: fc.Arbitrary<Draft> = fc
  .record({ ...ANSWERS, signedIn: fc.boolean() }, { requiredKeys: ['signedIn'] })
  .map((draft) => draft as Draft)

/** Answers what is asked, as it is asked, until everything is said. */
const walked = fc
  .record({ ...ANSWERS, signedIn: fc.boolean() })
  .map((all): { steps: Question[]; draft: Draft } => {
    let draft: Draft = { signedIn: all.signedIn }
    const steps: Question[] = []
    for (let next = nextQuestion(draft); next !== 'check' && steps.length < 50; next = nextQuestion(draft)) {
      steps.push(next)
      // Only somebody signed in is offered to send under that name.
      const answer = next === 'who' && all.who === 'signed-in' && !all.signedIn ? 'guest' : all[next]
      draft = { ...draft, [next]: answer }
    }
    return { steps, draft }
  })

test('whoever answers what is asked comes to the end, and is asked nothing twice', () => {
  fc.assert(
    fc.property(walked, ({ steps, draft }) => {
      assert.equal(new Set(steps).size, steps.length)
      assert.deepEqual(steps, questions(draft))
      assert.equal(nextQuestion(draft), 'check')
    }),
  )
})

test('the first question is what happened, and the last is who asks', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const asked = questions(draft)
      assert.equal(asked[0], 'text')
      assert.ok(['who', 'contact'].includes(asked.at(-1) ?? ''))
    }),
  )
})

test('the next question is open, and is the only open one without an answer', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const next = nextQuestion(draft)
      const unanswered = QUESTIONS.filter((each) => isOpen(each, draft) && !isAnswered(each, draft))
      assert.deepEqual(unanswered, next === 'check' ? [] : [next])
    }),
  )
})

test('going back step by step passes every question and ends before the first', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const passed: Question[] = []
      for (let at = questionBefore('check', draft); at; at = questionBefore(at, draft)) passed.unshift(at)
      assert.deepEqual(passed, questions(draft))
    }),
  )
})

test('progress counts up to the number of questions', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const told = questions(draft).map((question) => progress(question, draft))
      assert.deepEqual(
        told,
        told.map((_, at) => ({ number: at + 1, of: told.length })),
      )
    }),
  )
})

test('what is submitted is always complete, and says nothing that this type is not asked', () => {
  fc.assert(
    fc.property(walked, drafts, ({ draft }, before) => {
      // Answers of an earlier type may still lie in the draft.
      const sent = asSubmission({ ...before, ...draft }, { name: 'فاطمة', language: 'ar' })
      assert.ok(submission.safeParse(sent).success, JSON.stringify(submission.safeParse(sent).error))
      const asked = questions({ ...before, ...draft })
      for (const name of ['category', 'entity', 'place', 'remedy'] as const)
        if (!asked.includes(name)) assert.equal(sent[name], undefined)
    }),
  )
})

test('a question needs no place, thanks want no remedy, a complaint is asked everything', () => {
  const asked = (type: (typeof TYPES)[number]) => questions({ type, signedIn: true })
  assert.deepEqual(asked('complaint'), [
    'text',
    'type',
    'category',
    'entity',
    'place',
    'remedy',
    'files',
    'who',
  ])
  assert.deepEqual(asked('inquiry'), ['text', 'type', 'category', 'entity', 'files', 'who'])
  assert.deepEqual(asked('suggestion'), ['text', 'type', 'category', 'entity', 'place', 'files', 'who'])
  assert.deepEqual(asked('praise'), ['text', 'type', 'entity', 'place', 'who'])
})

test('a guest is asked how to reach them; somebody signed in is not', () => {
  assert.ok(questions({ who: 'guest', signedIn: false }).includes('contact'))
  assert.ok(questions({ who: 'hidden', signedIn: false }).includes('contact'))
  assert.ok(!questions({ who: 'hidden', signedIn: true }).includes('contact'))
})

test('whoever signed out on the way is asked again under which name they send', () => {
  const draft: Draft = { who: 'signed-in', signedIn: false }
  assert.equal(isAnswered('who', draft), false)
  assert.equal(isAnswered('who', { ...draft, signedIn: true }), true)
})

test('another subject makes the chosen entity doubtful; the same subject does not', () => {
  assert.deepEqual(overtaken({ category: 'potholes', entity: 'works' }, { category: 'power-cuts' }), [
    'entity',
  ])
  assert.deepEqual(overtaken({ category: 'potholes', entity: 'works' }, { category: 'potholes' }), [])
  // A counter's code named the entity before the subject was asked for.
  assert.deepEqual(overtaken({ entity: 'works' }, { category: 'potholes' }), [])
})
