import type { ComponentChildren } from 'preact'
import type { Words } from '#words'
import { inDigits } from '#words'
import type { Examples } from '../example.ts'
import { Icon, type IconName } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'
import { type PromiseState, STATE_ICON } from './state.ts'

export type CaseType = keyof Words['common']['types']
export type CaseStage = keyof Words['common']['stages']

const TYPE_ICON: Record<CaseType, IconName> = {
  inquiry: 'question',
  complaint: 'message',
  suggestion: 'bulb',
  praise: 'heart',
  violation: 'shield',
}

export const typeIcon = (type: CaseType): IconName => TYPE_ICON[type]

/** A word that marks something: neutral, or in the colour of a state. */
export const Tag = ({ state, icon, children }: TagProps) => (
  <span class={`tag ${state ?? ''}`.trim()}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)

export interface TagProps {
  state?: PromiseState | 'sealed' | 'brand'
  icon?: IconName
  children: ComponentChildren
}

export const TypeTag = ({ type }: { type: CaseType }) => (
  <Tag icon={TYPE_ICON[type]} state={type === 'violation' ? 'sealed' : undefined}>
    {useWords().common.types[type]}
  </Tag>
)

export const StageTag = ({ stage }: { stage: CaseStage }) => (
  <Tag state={stage === 'answered' || stage === 'closed' ? 'done' : undefined}>
    {useWords().common.stages[stage]}
  </Tag>
)

export interface DueChipProps {
  state: PromiseState
  /** Working days left, or passed when late. */
  days?: number
}

/** The promise in a list: icon, and the days in words. */
export function DueChip({ state, days }: DueChipProps) {
  const { ui } = useWords()
  const reader = useReader()
  const told = days === undefined || state === 'done' || state === 'paused'
  const text = told ? ui.states[state] : state === 'late' ? ui.due.over(days) : ui.due.left(days)
  return (
    <span class={`due ${state}`}>
      <Icon name={STATE_ICON[state]} />
      {!told && <span class="unseen">{ui.states[state]}: </span>}
      {inDigits(reader, text)}
    </span>
  )
}

export const examples: Examples = {
  'due chips': () => (
    <div class="cluster">
      <DueChip state="on-time" days={4} />
      <DueChip state="soon" days={1} />
      <DueChip state="late" days={12} />
      <DueChip state="paused" />
      <DueChip state="done" />
    </div>
  ),
  types: () => (
    <div class="cluster">
      {(Object.keys(TYPE_ICON) as CaseType[]).map((type) => (
        <TypeTag key={type} type={type} />
      ))}
    </div>
  ),
  stages: () => (
    <div class="cluster">
      <StageTag stage="received" />
      <StageTag stage="with-entity" />
      <StageTag stage="awaiting-resident" />
      <StageTag stage="replied" />
      <StageTag stage="verified" />
      <StageTag stage="answered" />
      <StageTag stage="closed" />
    </div>
  ),
  'a plain tag': (say) => <Tag state="brand">{say('عاجل', 'Urgent')}</Tag>,
}
