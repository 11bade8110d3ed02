/** A record of a CSV file, or why there is none. */
export interface CsvRecord {
  /** The line of the file that it begins on, counted from 1. */
  line: number
  fields: string[]
  fault?: 'quote-never-closed' | 'text-after-quote' | 'too-long'
}

/** Characters of one record. A quote that is never closed would otherwise swallow the rest of the file. */
export const LONGEST_RECORD = 1_000_000

/**
 * Cuts text that comes piece by piece into the records of RFC 4180: quoted fields with doubled quotes and
 * line ends inside, LF or CRLF, with or without a byte-order mark. Empty lines are passed over.
 *
 * A record that cannot be read costs one line: reading goes on with the next. That is why it is our own; the
 * usual readers lose everything after a stray quote.
 */
export function recordCutter(delimiter: string) {
  let rest = ''
  let line = 1
  let begun = false

  /** Takes a piece; returns what is whole. `last` says that nothing follows. */
  return (piece: string, last = false): CsvRecord[] => {
    rest += begun ? piece : piece.replace(/^\ufeff/, '')
    begun ||= piece !== ''
    const records: CsvRecord[] = []
    let position = 0
    while (position < rest.length) {
      const cut = cutOne(rest, position, delimiter, last)
      if (!cut) break
      if (cut.fields.length > 1 || cut.fields[0] !== '' || cut.fault) {
        const { fields, fault } = cut
        records.push(fault ? { line, fields, fault } : { line, fields })
      }
      line += cut.lines
      position = cut.end
    }
    rest = rest.slice(position)
    return records
  }
}

interface Cut {
  fields: string[]
  end: number
  lines: number
  fault?: CsvRecord['fault']
}

/** Undefined while the record may go on in the next piece. */
function cutOne(text: string, start: number, delimiter: string, last: boolean): Cut | undefined {
  const newline = text.indexOf('\n', start)
  if (newline < 0 && !last) return text.length - start > LONGEST_RECORD ? tooLong(text, start) : undefined
  const end = newline < 0 ? text.length : newline
  const content = text.slice(start, text[end - 1] === '\r' ? end - 1 : end)
  if (content.length > LONGEST_RECORD) return { ...plain(text, start, end, delimiter), fault: 'too-long' }
  if (!content.includes('"')) return { fields: content.split(delimiter), end: end + 1, lines: 1 }
  const quoted = cutQuoted(text, start, delimiter, last)
  if (quoted === 'more') return undefined
  return typeof quoted === 'string' ? { ...plain(text, start, end, delimiter), fault: quoted } : quoted
}

const plain = (text: string, start: number, end: number, delimiter: string): Cut => ({
  fields: text.slice(start, Math.min(end, start + 1_000)).split(delimiter),
  end: end + 1,
  lines: 1,
})

/** A line so long that its end is not even here: what has come is given up, and the rest is met as a line of its own. */
const tooLong = (text: string, start: number): Cut => ({
  fields: [text.slice(start, start + 1_000)],
  end: text.length,
  lines: 0,
  fault: 'too-long',
})

function cutQuoted(
  text: string,
  start: number,
  delimiter: string,
  last: boolean,
): Cut | 'more' | NonNullable<Cut['fault']> {
  const fields: string[] = []
  let lines = 1
  let position = start
  for (;;) {
    let field: string
    if (text[position] === '"') {
      const closing = closingQuote(text, position + 1, start + LONGEST_RECORD)
      if (closing === undefined)
        return last || text.length > start + LONGEST_RECORD ? 'quote-never-closed' : 'more'
      field = text.slice(position + 1, closing)
      if (field.includes('\n')) lines += field.split('\n').length - 1
      field = field.replaceAll('""', '"')
      position = closing + 1
    } else {
      const stop = nextOf(text, position, delimiter)
      field = text.slice(position, text[stop - 1] === '\r' && text[stop] !== delimiter ? stop - 1 : stop)
      position = stop
    }
    // What comes next may be the other half of a doubled quote, or of a line end.
    const onlyReturn = text[position] === '\r' && position + 1 === text.length
    if ((position >= text.length || onlyReturn) && !last) return 'more'
    fields.push(field)
    if (text.startsWith('\r\n', position)) position++
    if (position >= text.length || text[position] === '\n') return { fields, end: position + 1, lines }
    if (text[position] !== delimiter) return 'text-after-quote'
    position++
  }
}

/** Where a quoted field ends; undefined when that is not within `limit`. */
function closingQuote(text: string, from: number, limit: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0 && at <= limit; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return undefined
}

function nextOf(text: string, from: number, delimiter: string): number {
  const newline = text.indexOf('\n', from)
  const next = text.indexOf(delimiter, from)
  const ends = [newline, next].filter((at) => at >= 0)
  return ends.length > 0 ? Math.min(...ends) : text.length
}
