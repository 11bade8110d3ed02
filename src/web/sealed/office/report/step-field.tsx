import { Notice } from '../../client/shown.tsx'
import type { OpenedReport } from '../open-report.ts'
import { Choose, Text } from '../parts.tsx'
import { rosterOf, type Session } from '../session.ts'
import { mayRead } from '../trust.ts'
import { useReading } from '../words.ts'
import type { Answers, StepName } from './forms.ts'
import { nameOf } from './report.tsx'

interface StepFieldProps {
  field: keyof Answers
  step: StepName
  session: Session
  opened: OpenedReport
  answers: Answers
  wrong: boolean
  onAnswer: (given: Partial<Answers>) => void
}

/** One question of a step. */
export function StepField({ field, step, session, opened, answers, wrong, onAnswer }: StepFieldProps) {
  const { t } = useReading()
  const id = `step-${field}`
  const label = labelOf(field, step, t.steps)
  const choices = choicesOf(field, session, opened, t)
  if (choices?.length === 0) return <Notice kind="warning">{t.steps.nobody}</Notice>
  if (choices)
    return (
      <Choose
        id={id}
        label={label}
        value={answers[field]}
        choices={choices}
        wrong={wrong ? t.steps.choose : undefined}
        onChoice={(value) => onAnswer({ [field]: value })}
      />
    )
  return (
    <Text
      id={id}
      label={label}
      kind={field === 'to' || field === 'subject' ? 'text' : 'long'}
      value={answers[field]}
      wrong={wrong ? t.steps.required : undefined}
      onText={(value) => onAnswer({ [field]: value })}
    />
  )
}

type Words = ReturnType<typeof useReading>['t']

function labelOf(field: keyof Answers, step: StepName, { fields, text }: Words['steps']): string {
  if (field !== 'text') return fields[field]
  if (step === 'close' || step === 'feedback' || step === 'acknowledge' || step === 'message')
    return fields.feedback
  if (step === 'refer') return fields.document
  if (step === 'reopen') return fields.why
  return step === 'ask-identity' ? fields.tell : text
}

function choicesOf(field: keyof Answers, session: Session, { report, content }: OpenedReport, t: Words) {
  const of = (names: Record<string, string>, only = Object.keys(names)) =>
    only.map((value) => ({ value, label: names[value] ?? value }))
  if (field === 'seriousness') return of(t.seriousness)
  if (field === 'retaliation') return of(t.risk)
  if (field === 'outcome') return of(t.outcomes)
  if (field === 'retaliated') return of({ yes: t.yes, no: t.no })
  if (field === 'noteKind') return of(t.report.noteKinds, ['plan', 'note', 'finding'])
  if (field !== 'officer') return undefined
  // Whom the report keeps out, the room cannot know.
  const officers = rosterOf(session)?.officers ?? []
  return officers
    .filter((one) => report.mayReceive.includes(one.id) && mayRead(content, one))
    .map(({ id }) => ({ value: id, label: nameOf(session, id, t.report.you) }))
}
