/**
 * A name that is safe to show, to store and to offer for download.
 *
 * Only the last part of a path; no control, bidirectional or invisible characters (a name like
 * `photo<RLO>gpj.exe` shows as a photo); no characters that some system forbids; whatever the sender's
 * ending was, it ends with the extension of the content. At most 120 characters.
 */
export function cleanName(name: string, extension: string): string {
  const base = name
    // What comes before cannot be shown anyway.
    .slice(-1000)
    .toWellFormed()
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*\uFFFD]/gu, '-')
    .replace(/\s+/gu, ' ')
  const stem = withoutEnding(withoutEnding(base), extension).replace(/^[.\s]+|[.\s]+$/gu, '')
  return `${shorten(stem, LONGEST - extension.length - 1) || 'file'}.${extension}`
}

const LONGEST = 120

/** Format characters except the joiners, which Persian words and emoji need. */
const UNSEEN = /(?![\u200C\u200D])\p{Cf}/gu

/** Without the last extension, or only if it is `only`: `report.pdf.exe` that is a PDF becomes `report.pdf`. */
function withoutEnding(name: string, only?: string): string {
  const [ending] = /\.[a-z0-9]{1,5}\s*$/i.exec(name) ?? []
  if (!ending || (only && ending.slice(1).trim().toLowerCase() !== only)) return name
  return name.slice(0, -ending.length)
}

/** Never through the middle of a letter. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, length * 2))) {
    if (short.length + segment.length > length) break
    short += segment
  }
  return short.trimEnd()
}
