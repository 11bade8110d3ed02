import type { ComponentChildren } from 'preact'
import { Icon } from '../../../ui/icon.tsx'
import { useReading } from './reading.ts'

interface Named {
  id: string
  label: string
  hint?: ComponentChildren
  wrong?: string
  optional?: boolean
  /** The page's heading already says it: the label is for those who hear the page. */
  unseen?: boolean
}

const idsOf = ({ id, hint, wrong }: Named) =>
  [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined

function Field({ children, ...named }: Named & { children: ComponentChildren }) {
  const { t } = useReading()
  const { id, label, hint, wrong, optional, unseen } = named
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label class={unseen ? 'unseen' : 'label'} for={id}>
        {label}
        {optional && <span class="optional"> ({t.optional})</span>}
      </label>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {wrong && (
        <p class="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      {children}
    </div>
  )
}

interface TextProps extends Named {
  value: string
  onText: (text: string) => void
  /** How many lines; without it, one. */
  lines?: number
  /** Digits, in any family, from left to right. */
  digits?: boolean
}

/** What is typed is offered to no dictionary, no history and no password manager. */
export function Text({ value, onText, lines, digits, ...named }: TextProps) {
  const shared = {
    id: named.id,
    value,
    dir: digits ? ('ltr' as const) : ('auto' as const),
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: false,
    placeholder: ' ',
    'aria-describedby': idsOf(named),
    'aria-invalid': named.wrong ? (true as const) : undefined,
  }
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    onText(currentTarget.value)
  return (
    <Field {...named}>
      {lines ? (
        <textarea class="input auto" rows={lines} {...shared} onInput={onInput} />
      ) : (
        <input
          class={digits ? 'input ltr digits' : 'input auto'}
          type="text"
          inputMode={digits ? 'numeric' : undefined}
          {...shared}
          onInput={onInput}
        />
      )}
    </Field>
  )
}

export interface Option<Value extends string> {
  value: Value
  label: string
  hint?: string
}

interface OneOfProps<Value extends string> {
  id: string
  label: string
  unseen?: boolean
  wrong?: string
  value: Value | ''
  options: readonly Option<Value>[]
  onChoice: (value: Value) => void
}

export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  const { id, label, unseen, wrong, value, options, onChoice } = props
  return (
    <fieldset class={wrong ? 'field wrong' : 'field'}>
      <legend class={unseen ? 'unseen' : 'label'}>{label}</legend>
      {wrong && (
        <p class="error">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
      <div class="choices">
        {options.map((option, at) => (
          <Ticked
            key={option.value}
            kind="radio"
            // The first carries the field's id: troubles lead to it.
            id={at === 0 ? id : `${id}-${option.value}`}
            name={id}
            checked={option.value === value}
            onTick={() => onChoice(option.value)}
            {...option}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface TickedProps {
  kind?: 'radio' | 'checkbox'
  id: string
  name?: string
  label: string
  hint?: string
  checked: boolean
  onTick: (checked: boolean) => void
}

export const Ticked = ({ kind = 'checkbox', id, name, label, hint, checked, onTick }: TickedProps) => (
  <label class="choice" for={id}>
    <input
      type={kind}
      id={id}
      name={name ?? id}
      checked={checked}
      aria-describedby={hint ? `${id}-words` : undefined}
      onChange={({ currentTarget }) => onTick(currentTarget.checked)}
    />
    <span class="choice-words">
      <span class="choice-label">{label}</span>
      {hint && (
        <span class="hint" id={`${id}-words`}>
          {hint}
        </span>
      )}
    </span>
  </label>
)
