import { smsLength } from '#messages'
import { useWords } from '#ui'
import { direction } from '#words'

interface LetterProps {
  subject: string
  text: string
  language: 'ar' | 'en'
}

/** A mail as its reader sees it: the plain text, with links that can be followed. */
export const Letter = ({ subject, text, language }: LetterProps) => (
  <figure class="quote" lang={language} dir={direction(language)}>
    <figcaption>
      <strong>{subject}</strong>
    </figcaption>
    <blockquote>{text.split(PIECES).map(linked)}</blockquote>
  </figure>
)

/** A sentence of ours, whose numbers stay whole. */
export const WithNumbers = ({ text }: { text: string }) => <>{text.split(PIECES).map(linked)}</>

/** Addresses, and numbers that are isolated. */
const PIECES = /(https?:\/\/\S+|\u2066[^\u2069]*\u2069)/

const linked = (part: string) => {
  if (part.startsWith('\u2066'))
    return (
      <bdi key={part} class="reference" dir="ltr">
        {part.slice(1, -1)}
      </bdi>
    )
  if (!/^https?:/.test(part)) return part
  return (
    <a key={part} href={part}>
      <bdi dir="ltr">{part}</bdi>
    </a>
  )
}

/** A text message, and how long it is for the network. */
export function ShortMessage({ text, language }: { text: string; language: 'ar' | 'en' }) {
  const { preview: said } = useWords().messages.pages
  const { units, parts } = smsLength(text)
  return (
    <figure class="quote" lang={language} dir={direction(language)}>
      <blockquote>{text.split(PIECES).map(linked)}</blockquote>
      <figcaption>
        {said.parts(parts)} · {said.letters(units)}
      </figcaption>
    </figure>
  )
}
