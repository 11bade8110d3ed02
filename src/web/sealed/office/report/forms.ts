import type { Outcome, Report, Risk, Seriousness } from '#integrity'

/** What an officer fills in for a step. */
export interface Answers {
  text: string
  noteKind: 'plan' | 'note' | 'finding' | ''
  seriousness: Seriousness | ''
  retaliation: Risk | ''
  outcome: Outcome | ''
  retaliated: 'yes' | 'no' | ''
  to: string
  subject: string
  reason: string
  officer: string
}

export const NOTHING: Answers = {
  text: '',
  noteKind: '',
  seriousness: '',
  retaliation: '',
  outcome: '',
  retaliated: '',
  to: '',
  subject: '',
  reason: '',
  officer: '',
}

/** What each step asks for, in this order; all of it is needed. */
export const FORMS = {
  acknowledge: ['text'],
  triage: ['seriousness', 'retaliation'],
  message: ['text'],
  note: ['noteKind', 'text'],
  feedback: ['text'],
  close: ['outcome', 'retaliated', 'text'],
  refer: ['to', 'subject', 'text'],
  transcript: ['text'],
  'ask-identity': ['reason', 'text'],
  share: ['officer'],
  'hand-over': ['officer'],
  reopen: ['text'],
  hold: [],
  lift: [],
  erase: [],
  'withdraw-ask': [],
  'declare-conflict': [],
} as const satisfies Record<string, readonly (keyof Answers)[]>

export type StepName = keyof typeof FORMS

/** In the order in which the work goes; the first that is open is the next. */
export const ORDER = Object.keys(FORMS) as StepName[]

/** Steps whose text goes to the reporter: where there is none, they go without. */
const TO_REPORTER: readonly StepName[] = ['acknowledge', 'close']

/** The fields of a step on this report. */
export const fieldsOf = (step: StepName, { kind }: Report): readonly (keyof Answers)[] =>
  kind !== 'sealed' && TO_REPORTER.includes(step)
    ? FORMS[step].filter((field) => field !== 'text')
    : FORMS[step]

export const missing = (step: StepName, report: Report, answers: Answers): (keyof Answers)[] =>
  fieldsOf(step, report).filter((field) => answers[field].trim() === '')

/** What was asked for by this officer and waits for another. */
export const asked = ({ hold, lift, erase }: Report, officer: string) =>
  (['hold', 'lift', 'erase'] as const).find((what) => {
    const pair = { hold, lift, erase }[what]
    return pair.askedBy === officer && !pair.inForce
  })
