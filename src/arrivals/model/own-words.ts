/**
 * What its writer wrote, without what their mail program quoted below or above it, and without the signature.
 *
 * The first line that looks like the head of a quotation ends the text; lines that are quoted one by one go.
 */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.findIndex((line, at) =>
    HEADS.some((head) => head.test(line) || head.test(joined(lines, at))),
  )
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A head of a quotation may be broken over two lines. */
const joined = (lines: readonly string[], at: number): string =>
  lines[at]?.trim() ? `${lines[at]} ${lines[at + 1] ?? ''}`.trim() : ''

/** How mail programs begin what they quote, in Arabic and English; `-- ` is the signature's (RFC 3676). */
const HEADS = [
  /^\s*On\s.{4,160}\swrote:\s*$/i,
  /^\s*(?:في|بتاريخ)\s.{4,160}\sكتبت?(?:\s.{0,120})?:\s*$/u,
  /^\s*-{2,}\s*(?:Original Message|Forwarded message|الرسالة الأصلية|رسالة مُ?عاد توجيهها)\s*-{2,}\s*$/iu,
  /^_{20,}\s*$/,
  /^\s*(?:From|من)\s*:\s.*@.*$/iu,
  /^-- $/,
]
