import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { useWords } from '../page.tsx'

/** What every question has: a name, words for it, and what was wrong with the last answer. */
export interface FieldProps {
  name: string
  label: string
  hint?: ComponentChildren
  /** Why the answer was not taken, in words; comes from the catalogue. */
  error?: string
  /** Said beside the label. What is not optional is needed. */
  optional?: boolean
  /** When the name cannot serve as one, or stands twice on the page. */
  id?: string
  /** The only question of the page: its label is the page's heading. */
  heading?: boolean
}

export const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>) => id ?? name.replace(/[^\w-]+/g, '-')

/** Points a control at its hint and its error, for those who hear the page. */
export function describedBy(field: FieldProps, more?: string) {
  const id = idOf(field)
  const ids = [more, field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean)
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': field.error ? true : undefined }
}

/** A labelled control with its hint and error. */
export const Field = ({ children, ...field }: FieldProps & { children: ComponentChildren }) => (
  <div class={field.error ? 'field wrong' : 'field'}>
    <Titled heading={field.heading}>
      <label class="label" for={idOf(field)}>
        <LabelText {...field} />
      </label>
    </Titled>
    <Remarks {...field} />
    {children}
  </div>
)

/** Several controls that answer one question. The first of them carries the field's id: errors lead to it. */
export const FieldGroup = ({ children, ...field }: FieldProps & { children: ComponentChildren }) => (
  <fieldset
    class={field.error ? 'field wrong' : 'field'}
    aria-describedby={describedBy(field)['aria-describedby']}
  >
    <legend class="label">
      <Titled heading={field.heading}>
        <LabelText {...field} />
      </Titled>
    </legend>
    <Remarks {...field} />
    {children}
  </fieldset>
)

const Titled = ({ heading, children }: { heading?: boolean; children: ComponentChildren }) =>
  heading ? <h1 class="question">{children}</h1> : children

function LabelText({ label, optional }: FieldProps) {
  const { common } = useWords()
  return (
    <>
      {label}
      {optional && <span class="optional"> ({common.optional})</span>}
    </>
  )
}

function Remarks(field: FieldProps) {
  const { ui } = useWords()
  const id = idOf(field)
  return (
    <>
      {field.hint && (
        <div class="hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {field.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>
            <span class="unseen">{ui.error}: </span>
            {field.error}
          </span>
        </p>
      )}
    </>
  )
}
