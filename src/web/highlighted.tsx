import type { Piece } from '#language'

/** A text with what was looked for marked in it; the text is escaped like any other. */
export function Highlighted({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <bdi>{pieces.map(({ text, hit }, at) => (hit ? <mark key={`${at}${text}`}>{text}</mark> : text))}</bdi>
  )
}
