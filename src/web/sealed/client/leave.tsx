import { useEffect } from 'preact/hooks'
import { Icon } from '../../../ui/icon.tsx'
import { useReading } from './reading.ts'

/** Three presses of Escape within this time leave at once. */
const WITHIN_MS = 1500

/**
 * Leaves for an ordinary page at once and takes everything along: nothing drawn, nothing typed, no step back.
 * `replace` puts the other page in this one's place in the history.
 */
export function leaveQuickly(): void {
  const to = document.documentElement.dataset.leave ?? '/'
  document.body.replaceChildren()
  window.onbeforeunload = null
  location.replace(to)
}

export function QuickLeave() {
  const { t } = useReading()
  useEffect(() => {
    let pressed: number[] = []
    const onKey = ({ key, timeStamp }: KeyboardEvent) => {
      if (key !== 'Escape') return
      pressed = [...pressed.filter((at) => timeStamp - at < WITHIN_MS), timeStamp]
      if (pressed.length >= 3) leaveQuickly()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <p class="leave">
      <button type="button" class="button danger compact" onClick={leaveQuickly}>
        <Icon name="close" />
        {t.leave}
      </button>
      <small class="hint">{t.leaveHow}</small>
    </p>
  )
}

/** While something is written that is nowhere else, the browser asks before it lets the page go. */
export function useKeptOnlyHere(something: boolean): void {
  useEffect(() => {
    if (!something) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.onbeforeunload = ask
    return () => {
      window.onbeforeunload = null
    }
  }, [something])
}
