/** A cell as somebody reads it, with where it leads. */
export interface Cell {
  text: string
  href?: string
}

export interface ReadTable {
  caption: string
  head: string[]
  rows: Cell[][]
}

/** The tables of a page, as they are read. */
export const tablesIn = (html: string): ReadTable[] =>
  [...html.matchAll(/<table\b[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const rows = [...table.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cellOf(cell)),
    )
    const [head = [], ...body] = rows
    const caption = /<caption\b[^>]*>(.*?)<\/caption>/s.exec(table)?.[1] ?? ''
    return { caption: plain(caption), head: head.map(({ text }) => text), rows: body }
  })

/** Numbers with their names: what `Figures` draws, and what is small print in them. */
export const figuresIn = (html: string): { label: string; value: string; small: string }[] =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, label = '', value = '']) => ({
    label: plain(label),
    value: plain(value.replace(SMALL, '')),
    small: plain([...value.matchAll(/<small\b[^>]*>(.*?)<\/small>/gs)].map(([, said]) => said).join(' ')),
  }))

/** The part of a page that an element with this attribute holds, to the next such element. */
export function partOf(html: string, name: string): string {
  const begin = html.indexOf(`data-part="${name}"`)
  const end = html.indexOf('data-part="', begin + 12)
  return begin < 0 ? '' : html.slice(begin, end < 0 ? undefined : end)
}

const SMALL = /<small\b[^>]*>.*?<\/small>/gs
/** The name of a column that phones show beside its value. */
const NARROW = /<span class="narrow"[^>]*>.*?<\/span>/gs

function cellOf(cell: string): Cell {
  const href = /<a\b[^>]*href="([^"]*)"/.exec(cell)?.[1]
  return { text: plain(cell.replace(NARROW, '').replace(SMALL, '')), ...(href && { href: decode(href) }) }
}

/** Text without tags, and without the marks that only turn its direction. */
export const plain = (html: string): string =>
  decode(html.replace(/<[^>]*>/g, ''))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
const decode = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (found, name) => CHARACTERS[name] ?? found)
