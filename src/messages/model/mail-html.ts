import { direction, type Locale } from '#words'

export interface Letter {
  language: Locale
  title: string
  paragraphs: readonly string[]
  /** Sentences under headings. */
  parts?: readonly { heading: string; lines: readonly string[] }[] | undefined
  /** What somebody wrote, under its heading. */
  quotes: readonly { heading: string; text: string }[]
  button?: { label: string; href: string }
  footer: readonly (string | { label: string; href: string })[]
}

const INK = '#1d2420'
const QUIET = '#5b635d'
const GREEN = '#0c5c55'

/** A letter as HTML that every mail program shows alike: one column, no picture, nothing loaded from anywhere. */
export function letterHtml({
  language,
  title,
  paragraphs,
  parts = [],
  quotes,
  button,
  footer,
}: Letter): string {
  const dir = direction(language)
  const body = [
    `<h1 style="font-size:20px;line-height:1.5;margin:0 0 16px">${escaped(title)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 14px">${whole(escaped(text))}</p>`),
    ...parts.map(part),
    ...quotes.map(quote),
    button ? act(button) : '',
    `<p style="margin:28px 0 0;padding-top:14px;border-top:1px solid #ddd6c8;color:${QUIET};font-size:14px">`,
    footer.map(footnote).join('<br>'),
    '</p>',
  ].join('\n')
  return `<!doctype html>
<html lang="${language}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title></head>
<body style="margin:0;padding:0;background:#faf7f1">
<div dir="${dir}" style="max-width:560px;margin:0 auto;padding:28px 20px;background:#ffffff;color:${INK};font:17px/1.8 Tahoma,'Segoe UI',Arial,sans-serif;text-align:start">
${body}
</div>
</body>
</html>
`
}

const part = ({ heading, lines }: NonNullable<Letter['parts']>[number]) =>
  `<h2 style="font-size:17px;line-height:1.5;margin:24px 0 6px;color:${GREEN}">${escaped(heading)}</h2>
${lines.map((line) => `<p style="margin:0 0 8px">${whole(escaped(line))}</p>`).join('\n')}`

const quote = ({ heading, text }: Letter['quotes'][number]) =>
  `<p style="margin:0 0 4px;color:${QUIET}">${escaped(heading)}</p>
<blockquote dir="auto" style="margin:0 0 16px;padding:2px 14px;border-inline-start:3px solid #c9bfa9;white-space:pre-line">${escaped(text)}</blockquote>`

const act = ({ label, href }: NonNullable<Letter['button']>) =>
  `<p style="margin:20px 0"><a href="${escaped(href)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:${GREEN};color:#ffffff;text-decoration:none">${escaped(label)}</a></p>`

const footnote = (part: Letter['footer'][number]) =>
  typeof part === 'string'
    ? escaped(part)
    : `<a href="${escaped(part.href)}" style="color:${GREEN}">${escaped(part.label)}</a>`

/** A number that was isolated stays on one line. */
const whole = (html: string): string =>
  html.replace(/\u2066([^\u2069]*)\u2069/g, '<bdi dir="ltr" style="white-space:nowrap">$1</bdi>')

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The same letter as plain text. */
export function letterText({ paragraphs, parts = [], quotes, button, footer }: Letter): string {
  const all = [
    ...paragraphs,
    ...parts.map(({ heading, lines }) => `${heading}\n${lines.join('\n')}`),
    ...quotes.map(({ heading, text }) => `${heading}:\n${text}`),
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    `--\n${footer.map((part) => (typeof part === 'string' ? part : `${part.label}: ${part.href}`)).join('\n')}`,
  ]
  return `${all.join('\n\n')}\n`
}
