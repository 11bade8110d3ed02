import type { ComponentChildren } from 'preact'
import { type StepName, take } from '#cases'
import { newId } from '#kernel'
import { type IconName, Notice, Section, StepForm, useLink, useWords } from '#ui'
import { fieldsOf } from '../attempt.ts'
import { type CaseData, may } from '../data.ts'
import type { MainStep } from '../main-step.ts'
import { AssignFields } from './assign.tsx'
import { CallersFields } from './callers.tsx'
import { RouteForm } from './route.tsx'
import { SimpleFields } from './simple.tsx'
import { SplitFields } from './split.tsx'
import { TakeOver } from './take-over.tsx'

/** Every step that the table allows this officer now, each a form under its name; the next one first. */
export function Steps({ data, main }: { data: CaseData; main: MainStep | undefined }) {
  const { desk, cases } = useWords()
  const open = SHOWN.filter((step) => may(data, step)).filter(
    (step) => step !== 'take-up' || !data.state.firstActionAt,
  )
  const ordered = open.toSorted((one, other) => Number(other === main) - Number(one === main))
  const barred = isBarred(data)
  if (ordered.length === 0 && !barred) return null
  return (
    <Section title={desk.page.steps} id="steps">
      {barred && (
        <Notice title={desk.page.barred}>
          <p>{cases.refusals['not-by-the-same-person']}</p>
        </Notice>
      )}
      {ordered.map((step) =>
        step === 'route' && !data.roles.includes('reviewer') ? (
          <TakeOver key={step} data={data} />
        ) : step === 'route' ? (
          <RouteForm key={step} data={data} main={main === step} />
        ) : (
          <OneStep key={step} data={data} step={step} main={main === step} />
        ),
      )}
    </Section>
  )
}

/** Whether the next step is this officer's by role, and not theirs because two pairs of eyes must see a reply. */
const isBarred = ({ state, parts, roles, officer }: CaseData): boolean =>
  (['release', 'reopen'] as const).some((step) => {
    const move = take(step, { ...state, parts: parts.all, partsOpen: parts.open }, { id: officer.id, roles })
    return !move.ok && move.reason === 'not-by-the-same-person'
  })

/** In the order in which they are mostly needed. */
const SHOWN: readonly StepName[] = [
  'route',
  'verify',
  'release',
  'return',
  'reopen',
  'uphold',
  'take-up',
  'assign',
  'ask',
  'add',
  'note',
  'order',
  'remind',
  'extend',
  'refuse',
  'split',
  'merge',
  'unmerge',
  'link',
  'rate',
  'object',
  'contest',
  'accept',
  'withdraw',
  'seal',
]

const ICONS: Partial<Record<StepName, IconName>> = {
  verify: 'check',
  release: 'send',
  return: 'arrow',
  'take-up': 'flag',
  assign: 'user',
  ask: 'question',
  note: 'file',
  order: 'bell',
  remind: 'clock',
  extend: 'calendar',
  refuse: 'arrow',
  split: 'list',
  merge: 'list',
  unmerge: 'list',
  link: 'list',
  add: 'plus',
  rate: 'star',
  object: 'alert',
  contest: 'flag',
  accept: 'check',
  withdraw: 'close',
  seal: 'shield',
  reopen: 'inbox',
  uphold: 'shield',
}

const DANGER: readonly StepName[] = ['withdraw', 'seal']
const WITH_FILES: readonly StepName[] = ['note', 'add']

export interface StepFieldsProps {
  data: CaseData
  step: StepName
  field: ReturnType<typeof fieldsOf>
}

function OneStep({ data, step, main }: { data: CaseData; step: StepName; main: boolean }) {
  const words = useWords()
  const { cases, desk } = words
  const link = useLink()
  const field = fieldsOf(step, words, data.attempt)
  const asked: Readonly<Record<string, string>> = desk.submit
  return (
    <div id={step}>
      <StepForm
        title={cases.steps[step]}
        icon={ICONS[step]}
        main={main}
        open={data.attempt?.step === step}
        danger={DANGER.includes(step)}
        submit={asked[step] ?? cases.steps[step]}
        action={link(`/desk/cases/${data.state.id}/${step}`)}
        hidden={{ key: newId() }}
        multipart={WITH_FILES.includes(step)}
      >
        {fieldsFor({ data, step, field })}
      </StepForm>
    </div>
  )
}

function fieldsFor(props: StepFieldsProps): ComponentChildren {
  switch (props.step) {
    case 'assign':
      return <AssignFields {...props} />
    case 'split':
      return <SplitFields {...props} />
    case 'rate':
    case 'object':
    case 'contest':
    case 'accept':
    case 'withdraw':
      return <CallersFields {...props} />
    default:
      return <SimpleFields {...props} />
  }
}
