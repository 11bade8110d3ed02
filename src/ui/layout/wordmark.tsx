import type { Examples } from '../example.ts'
import { useLink, useWords } from '../page.tsx'

/** The name of the service with its mark: three strokes of a voice. Leads home. */
export function Wordmark({ href }: { href?: string }) {
  const { common } = useWords()
  const link = useLink()
  return (
    <a class="wordmark" href={href ?? link('/')}>
      <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path
          class="mark-ground"
          d="M9 1h14a8 8 0 0 1 8 8v11a8 8 0 0 1-8 8h-8l-8 4v-4.3A8 8 0 0 1 1 20V9a8 8 0 0 1 8-8z"
        />
        <path class="mark-voice" d="M9 12v5M16 8v13M23 12v5" />
      </svg>
      <span>{common.service}</span>
    </a>
  )
}

export const examples: Examples = { 'as a link home': () => <Wordmark /> }
