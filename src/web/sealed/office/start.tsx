import { render } from 'preact'
import { App } from './app.tsx'
import { type Locale, type OfficeWords, ReadingContext } from './words.ts'

/** Draws the officers' program into its page. */
export function startOffice(t: OfficeWords, locale: Locale, authority: string): void {
  const root = document.getElementById('office')
  if (!root) return
  root.replaceChildren()
  render(
    <ReadingContext.Provider value={{ t, locale, authority }}>
      <App />
    </ReadingContext.Provider>,
    root,
  )
}
