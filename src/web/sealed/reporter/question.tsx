import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { KnownRoster } from '#sealing'
import { Act, BackAct, type Trouble, Troubles } from '../client/parts.tsx'
import { useReading } from '../client/reading.ts'
import { Title } from '../client/shown.tsx'
import type { Draft } from './draft.ts'

/** What a question is given: what was written so far, and how to write more. */
export interface Asking {
  draft: Draft
  roster: KnownRoster
  set: (change: Partial<Draft>) => void
  /** What is wrong with a field, once the reporter tried to go on. */
  wrong: (field: string) => string | undefined
}

interface QuestionProps {
  title: string
  hint?: string
  /** "Question 3 of 10". */
  step?: string
  /** What keeps the reporter from going on; asked when they try to. */
  check?: () => Trouble[]
  go?: string
  onGo: () => void
  onBack: () => void
  children: (wrong: (field: string) => string | undefined) => ComponentChildren
}

/** One question a page: what it is, how far one is, the way back and the way on. */
export function Question({ title, hint, step, check, go, onGo, onBack, children }: QuestionProps) {
  const { t } = useReading()
  const [troubles, setTroubles] = useState<Trouble[]>([])
  const proceed = () => {
    const found = check?.() ?? []
    setTroubles(found)
    if (found.length === 0) onGo()
  }
  return (
    <form
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        proceed()
      }}
    >
      <BackAct onAct={onBack} />
      <Troubles troubles={troubles} />
      {step && <p class="above">{step}</p>}
      <Title text={title} lead={hint} />
      {children((field) => troubles.find((one) => one.field === field)?.text)}
      <div class="actions">
        <Act onAct={proceed}>{go ?? t.go}</Act>
      </div>
    </form>
  )
}
