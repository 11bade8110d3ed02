/**
 * What its writer wrote, without what their mail program quoted below or above it, and without the signature.
 *
 * The first line that looks like the head of a quotation ends the text; lines that are quoted one by one go, with the
 * line that says whose they are: whoever answers below them or between them has written all the rest.
 */
export function ownWords(text: string): string {
  // Arabic mail programs put direction marks around names and dates.
  const all = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .split('\n')
  const lines = all.filter((_, at) => !introduces(all, at))
  const end = lines.findIndex((line, at) =>
    HEADS.some((head) => head.test(line) || head.test(joined(lines, at))),
  )
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !QUOTED.test(line) && !SENT_FROM.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const QUOTED = /^\s*>/

/** Whether a line says whose words are quoted line by line below it; it may be broken over two. */
function introduces(lines: readonly string[], at: number): boolean {
  const says = (line: string) => WROTE.some((head) => head.test(line))
  const whole = says(lines[at] ?? '')
  const first = says(joined(lines, at))
  const second = at > 0 && !says(lines[at - 1] ?? '') && says(joined(lines, at - 1))
  if (!first && !second && !whole) return false
  const rest = lines.slice(at + (whole || second ? 1 : 2)).find((line) => line.trim() !== '')
  return rest !== undefined && QUOTED.test(rest)
}

/** A head of a quotation may be broken over two lines. */
const joined = (lines: readonly string[], at: number): string =>
  lines[at]?.trim() ? `${lines[at]} ${lines[at + 1] ?? ''}`.trim() : ''

const WROTE = [
  /^\s*On\s.{4,160}\swrote:\s*$/i,
  /^\s*(?:في|بتاريخ)\s.{4,160}\s(?:كتب(?:ت|\/كتبت)?|تمت كتابة ما يلي بواسطة)(?:\s.{0,120})?:\s*$/u,
]
/** What a telephone writes under everything, of which its owner knows nothing. */
const SENT_FROM =
  /^\s*(?:Sent from (?:my|Outlook|Yahoo|Mail|Samsung|Proton).{0,60}|Get Outlook for (?:iOS|Android).{0,60}|(?:أُ?رسلت?|مُ?رسلة?|تم الإرسال) من .{0,24}(?:iPhone|iPad|Samsung|Galaxy|Outlook|Yahoo|Huawei|Android).{0,40}|الحصول على Outlook.{0,60})\s*$/iu
/** How mail programs begin what they quote, in Arabic and English; `-- ` is the signature's (RFC 3676). */
const HEADS = [
  ...WROTE,
  /^\s*-{2,}\s*(?:Original Message|Forwarded message|الرسالة الأصلية|رسالة مُ?عاد توجيهها)\s*-{2,}\s*$/iu,
  /^_{20,}\s*$/,
  /^\s*(?:From|من)\s*:\s.*@.*$/iu,
  /^-- $/,
]
