import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useReading } from './reading.ts'

export interface Trouble {
  field: string
  text: string
}

/** What is missing on the page, in words, where the focus goes; each line leads to its field. */
export function Troubles({ troubles }: { troubles: readonly Trouble[] }) {
  const { t } = useReading()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (troubles.length > 0) box.current?.focus()
  }, [troubles])
  if (troubles.length === 0) return null
  return (
    <section class="error-summary" aria-labelledby="errors-title" tabIndex={-1} ref={box}>
      <h2 id="errors-title">
        <Icon name="alert" />
        {t.wrong}
      </h2>
      <ul>
        {troubles.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ActProps {
  onAct: () => void
  kind?: 'main' | 'quiet' | 'danger' | 'plain'
  compact?: boolean
  busy?: boolean
  icon?: IconName
  children: ComponentChildren
}

export const Act = ({ onAct, kind = 'main', compact, busy, icon, children }: ActProps) => (
  <button
    type="button"
    class={`button ${kind}${compact ? ' compact' : ''}`}
    aria-disabled={busy ? true : undefined}
    onClick={() => busy || onAct()}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

export const BackAct = ({ onAct }: { onAct: () => void }) => {
  const { t } = useReading()
  return (
    <button type="button" class="back-link as-link" onClick={onAct}>
      <Icon name="arrow" back />
      {t.back}
    </button>
  )
}

/** How far something is, seen and heard; without `done` it only says that it goes on. */
export const Doing = ({ text, done }: { text: string; done?: number }) => (
  <div class="doing">
    <p role="status">{text}</p>
    {done === undefined ? (
      <progress aria-label={text} />
    ) : (
      <progress aria-label={text} value={Math.round(done * 100)} max={100} />
    )}
  </div>
)
