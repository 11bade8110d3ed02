import type { ComponentChildren } from 'preact'

export interface Choice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** More questions that belong to this choice; always on the page, since pages run no script. */
  more?: ComponentChildren
}

interface OneChoiceProps {
  kind: 'radio' | 'checkbox'
  id: string
  name: string
  choice: Choice
  checked: boolean
}

/** A radio button or a box to tick, with its words; the whole line is its target. */
export const OneChoice = ({ kind, id, name, choice, checked }: OneChoiceProps) => (
  <>
    <label class="choice" for={id}>
      <input
        type={kind}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-words` : undefined}
      />
      <span class="choice-words">
        <span class="choice-label">{choice.label}</span>
        {choice.hint && (
          <span class="hint" id={`${id}-words`}>
            {choice.hint}
          </span>
        )}
      </span>
    </label>
    {choice.more && <div class="choice-more">{choice.more}</div>}
  </>
)
