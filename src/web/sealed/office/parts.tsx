import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useReading } from './words.ts'

/** Why something did not happen, said aloud. */
export const Problem = ({ text }: { text: string | undefined }) => (
  <div role="alert">{text && <p class="error">{text}</p>}</div>
)

interface FieldProps {
  id: string
  label: string
  hint?: string
  wrong?: string
  children: ComponentChildren
}

export const Field = ({ id, label, hint, wrong, children }: FieldProps) => (
  <div class={wrong ? 'field wrong' : 'field'}>
    <label class="label" for={id}>
      {label}
    </label>
    {hint && (
      <div class="hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {wrong && (
      <p class="error" id={`${id}-error`}>
        {wrong}
      </p>
    )}
    {children}
  </div>
)

interface TextProps {
  id: string
  label: string
  hint?: string
  wrong?: string
  value: string
  onText: (text: string) => void
  kind?: 'text' | 'password' | 'long'
}

export function Text({ id, label, hint, wrong, value, onText, kind = 'text' }: TextProps) {
  const shared = {
    id,
    value,
    dir: 'auto' as const,
    autocomplete: 'off',
    spellcheck: kind === 'long',
    'aria-describedby': [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': wrong ? (true as const) : undefined,
  }
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    onText(currentTarget.value)
  return (
    <Field {...{ id, label, hint, wrong }}>
      {kind === 'long' ? (
        <textarea class="input auto" rows={6} {...shared} onInput={onInput} />
      ) : (
        <input
          class="input auto"
          type={kind as 'text' /* Preact types every kind of input apart */}
          {...shared}
          onInput={onInput}
        />
      )}
    </Field>
  )
}

interface ChooseProps<Value extends string> {
  id: string
  label: string
  wrong?: string
  value: Value | ''
  choices: readonly { value: Value; label: string }[]
  onChoice: (value: Value) => void
}

export function Choose<Value extends string>({
  id,
  label,
  wrong,
  value,
  choices,
  onChoice,
}: ChooseProps<Value>) {
  const { t } = useReading()
  return (
    <Field {...{ id, label, wrong }}>
      <select
        class="input medium"
        id={id}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
        onChange={({ currentTarget }) => onChoice(currentTarget.value as Value)}
      >
        <option value="" selected={value === ''}>
          {t.steps.choose}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/**
 * Does something once at a time, and says how it went: busy, or why not.
 *
 * @returns `run` answers what to show as the problem, or nothing when it went well
 */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const begin = async (work: () => Promise<string | undefined>) => {
    setBusy(true)
    setProblem(undefined)
    const said = await work().catch(() => 'other')
    setProblem(said)
    setBusy(false)
  }
  const run = (work: () => Promise<string | undefined>): void => {
    if (!busy) void begin(work)
  }
  return { busy, problem, run }
}

/** Saves bytes as a file; the address lives as long as the download needs it. */
export function save(name: string, type: string, pieces: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(pieces, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
