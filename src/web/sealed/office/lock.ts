import { useEffect } from 'preact/hooks'

/** As long as the room's own session lives without a sign of life. */
const QUIET_MINUTES = 15

/** Calls `onQuiet` when nobody has touched the page for so long. */
export function useLock(open: boolean, onQuiet: () => void): void {
  useEffect(() => {
    if (!open) return
    let last = Date.now()
    const touched = () => {
      last = Date.now()
    }
    const watching = setInterval(() => {
      if (Date.now() - last > QUIET_MINUTES * 60_000) onQuiet()
    }, 10_000)
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, touched)
    return () => {
      clearInterval(watching)
      for (const kind of ['pointerdown', 'keydown']) removeEventListener(kind, touched)
    }
  }, [open])
}
