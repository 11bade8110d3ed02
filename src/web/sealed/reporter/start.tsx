import { render } from 'preact'
import { type Locale, ReadingContext, type SealedWords } from '../client/reading.ts'
import { App } from './app.tsx'

/** Draws the reporter's program in place of the words that stand for those without script. */
export function startReporter(t: SealedWords, locale: Locale, authority: string): void {
  const root = document.getElementById('reporter')
  if (!root || !globalThis.crypto?.subtle) return
  root.replaceChildren()
  render(
    <ReadingContext.Provider value={{ t, locale, authority }}>
      <App />
    </ReadingContext.Provider>,
    root,
  )
}
