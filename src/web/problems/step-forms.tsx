import type { Directory } from '#entities'
import type { OpenedProblem, Problem, StepName } from '#problems'
import { type IconName, Select, StepForm, TextArea, TextField, useLink, useReader, useWords } from '#ui'
import type { Attempt } from '../desk/case/attempt.ts'
import { About, Description, type FieldOf, formOf } from './fields.tsx'

/** The steps that stand on the page as forms, in the order in which they are usually needed. */
const FORMS: readonly StepName[] = [
  'accept',
  'plan',
  'fix',
  'publish',
  'cause',
  'announce',
  'end-announcement',
  'take-in',
  'edit',
  'merge',
  'reject',
]

const ICONS: Partial<Record<StepName, IconName>> = {
  accept: 'check',
  plan: 'calendar',
  fix: 'check',
  publish: 'globe',
  cause: 'question',
  announce: 'bell',
  'end-announcement': 'close',
  'take-in': 'plus',
  edit: 'file',
  merge: 'arrow',
  reject: 'close',
}

interface StepFormsProps {
  opened: OpenedProblem
  directory: Directory
  /** Problems that this one may be merged into. */
  others: readonly Problem[]
  today: Temporal.PlainDate
  attempt?: Attempt
}

/** What this officer may do now; the next sensible step stands open. */
export function StepForms({ opened, directory, others, today, attempt }: StepFormsProps) {
  const words = useWords()
  const link = useLink()
  const { problem, announced } = opened
  const offered = FORMS.filter((step) => opened.steps.includes(step)).filter(
    (step) => step !== 'end-announcement' || announced,
  )
  const main = offered.find(
    (step) => ['accept', 'plan', 'fix', 'publish'].includes(step) && !isDone(step, problem),
  )
  return (
    <>
      {offered.map((step) => (
        <StepForm
          key={step}
          title={words.problems.steps[step as keyof typeof words.problems.steps]}
          icon={ICONS[step]}
          action={link(`/desk/problems/${problem.id}/${step}`)}
          main={step === main}
          open={attempt?.step === step}
          danger={step === 'reject'}
          submit={words.problems.steps[step as keyof typeof words.problems.steps]}
        >
          <Fields
            step={step}
            field={formOf(step, words, attempt)}
            problem={problem}
            directory={directory}
            others={others}
            today={today}
          />
        </StepForm>
      ))}
    </>
  )
}

/** A plan may be made anew while one stands, and a told fix told again: neither is what comes next. */
const isDone = (step: StepName, { state, told }: Problem): boolean =>
  (step === 'plan' && state === 'fixing') || (step === 'publish' && told !== null)

interface FieldsProps extends Pick<StepFormsProps, 'directory' | 'others' | 'today'> {
  step: StepName
  field: FieldOf
  problem: Problem
}

function Fields({ step, field, problem, directory, others, today }: FieldsProps) {
  const { fields } = useWords().problems
  const { locale } = useReader()
  switch (step) {
    case 'accept':
    case 'edit':
      return <Description field={field} directory={directory} problem={problem} />
    case 'reject':
      return <TextArea {...field('reason')} hint={fields.reasonHint} rows={3} />
    case 'merge':
      return (
        <Select
          {...field('into')}
          options={others.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        />
      )
    case 'take-in':
      return <TextField {...field('case')} dir="ltr" size="medium" inputMode="numeric" />
    case 'cause':
      return <TextArea {...field('cause', problem.cause ?? '')} rows={4} />
    case 'plan':
      return (
        <>
          <TextArea {...field('fix', problem.fix ?? '')} rows={4} />
          <TextField {...field('fixBy', problem.fixBy?.toString())} type="date" dir="ltr" size="medium" />
        </>
      )
    case 'fix':
      return (
        <>
          <TextField {...field('on', today.toString())} type="date" dir="ltr" size="medium" />
          <TextArea {...field('note')} rows={2} optional />
        </>
      )
    case 'publish':
      return (
        <>
          <TextArea {...field('toldAr', problem.told?.ar)} rows={3} />
          <TextArea {...field('toldEn', problem.told?.en)} rows={3} />
        </>
      )
    case 'announce':
      return (
        <>
          <TextArea {...field('textAr')} hint={fields.textHint} rows={3} />
          <TextArea {...field('textEn')} rows={3} />
          <About field={field} directory={directory} about={problem} />
          <TextField
            {...field('until', today.add({ days: 7 }).toString())}
            type="date"
            dir="ltr"
            size="medium"
          />
        </>
      )
    default:
      return null
  }
}
