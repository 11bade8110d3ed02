/** Characters of markup that are read; beyond them nobody writes. */
const LONGEST = 1_000_000

/**
 * The words of a letter that came as HTML alone: a line for each block, quoted blocks with `>` before each line as in
 * plain letters. Only text comes out; it is never read as markup again. Takes time in proportion to its length.
 */
export function wordsOfHtml(html: string): string {
  const page: Page = { parts: [], bare: true, spaced: true, quoted: 0, silent: '' }
  for (const [token, name = ''] of html.slice(0, LONGEST).matchAll(TOKENS)) {
    if (token.startsWith('<') && name) tag(page, name.toLowerCase(), token.startsWith('</'))
    else if (!token.startsWith('<!') && !page.silent) say(page, decoded(token))
  }
  return page.parts
    .join('')
    .replace(/ \n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

interface Page {
  parts: string[]
  /** Nothing stands in the line yet; it ends with a space. */
  bare: boolean
  spaced: boolean
  quoted: number
  /** The element whose content is no text. */
  silent: string
}

/** A comment, a tag, text, or a stray sign; no part of it looks further than the next `<` or 4,000 characters. */
const TOKENS = /<!--[\s\S]*?(?:-->|$)|<!?\/?([a-z][a-z0-9]*)[^<>]{0,4000}>|[^<]+|</gi
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])
const BLOCKS = new Set(
  'address article blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

function tag(page: Page, name: string, closes: boolean) {
  if (SILENT.has(name)) {
    if (!closes && !page.silent) page.silent = name
    else if (closes && page.silent === name) page.silent = ''
    return
  }
  // Some mail programs never close the head.
  if (name === 'body') page.silent = ''
  if (name === 'blockquote') page.quoted = Math.max(0, page.quoted + (closes ? -1 : 1))
  if (BLOCKS.has(name)) {
    page.parts.push('\n')
    page.bare = page.spaced = true
  }
  if (name === 'li' && !closes) say(page, '- ')
}

function say(page: Page, text: string) {
  const words = text.replace(/\s+/g, ' ')
  const told = page.spaced ? words.trimStart() : words
  if (told === '') return
  if (page.bare && page.quoted > 0) page.parts.push('> ')
  page.parts.push(told)
  page.bare = false
  page.spaced = told.endsWith(' ')
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', zwnj: '\u200c', zwj: '\u200d' },
  ...{ lrm: '\u200e', rlm: '\u200f', laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’' },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    deg: '°',
    euro: '€',
  },
}

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole
  })
