import { createHash } from 'node:crypto'
import { no, type Result, yes } from '#kernel'
import { LIMITS } from '../limits.ts'
import type { CaseType, Channel } from '../stages.ts'
import { subjectOf } from '../submission.ts'
import { type DateReader, dateReader, type Oddity } from './dates.ts'
import type { Dated, ImportOutcome, ImportStage, Mapping, Meaning, Written } from './mapping.ts'

/** A row as Sawt understands it, before it has a number, an entity's id and a promise. */
export interface ReadRow {
  sourceId: string
  type: CaseType
  channel: Channel
  language: 'ar' | 'en'
  stage: ImportStage
  outcome: ImportOutcome
  received: Temporal.Instant
  routed: Temporal.Instant
  due?: Temporal.Instant | undefined
  answered?: Temporal.Instant | undefined
  closed?: Temporal.Instant | undefined
  /** Names as the source writes them. */
  entity?: string | undefined
  category?: string | undefined
  subject: string
  text: string
  reply?: string | undefined
  place?: { text?: string; lat?: number; lon?: number } | undefined
  requester?: { name?: string; phone?: string; email?: string } | undefined
  oddities: Oddity[]
  /** Dates that could not stand in a history as the source tells them: `{ closed: "2014-…" }`. */
  sourceDates?: Record<string, string>
}

export type RowReader = (fields: string[], now: Temporal.Instant) => Result<ReadRow, string>

/**
 * Makes ready to read the rows of one file. A row that cannot be understood is refused with the reason, in
 * words; nothing is guessed. A column that the header lacks reads as empty: ask `columnsOf` first.
 */
export function rowReader(mapping: Mapping, header: string[]): RowReader {
  const at = new Map(header.map((name, index) => [name.trim(), index]))
  const dates = datesOf(mapping)
  return (fields, now) => {
    const cell = (name: string) => fields[at.get(name) ?? -1]?.trim() ?? ''
    try {
      return yes(readRow(mapping, dates, cell, now))
    } catch (error) {
      if (error instanceof BadRow) return no(error.message)
      throw error
    }
  }
}

/** A reason to refuse one row; never leaves this file. */
class BadRow extends Error {}

type Cell = (column: string) => string
type Dates = ReturnType<typeof datesOf>

function readRow(mapping: Mapping, dates: Dates, cell: Cell, now: Temporal.Instant): ReadRow {
  const said = saidAt(dates, cell)
  const stage = meant(mapping.stage, cell, 'stage')
  const text = limited(joined(mapping.text, cell), LIMITS.text, 'text')
  const subject = joined(mapping.subject, cell)
  if (!text && !subject) throw new BadRow('it has no text')
  const row: ReadRow = {
    sourceId: idOf(mapping, cell),
    type: meant(mapping.type, cell, 'type'),
    channel: meant(mapping.channel, cell, 'channel'),
    language: languageOf(mapping, cell, text),
    stage,
    outcome:
      stage === 'received' || stage === 'with-entity' ? 'explained' : meant(mapping.outcome, cell, 'outcome'),
    ...inOrder(said.at, stage, said.oddities, now),
    entity: joined(mapping.entity, cell) || undefined,
    category: joined(mapping.category, cell) || undefined,
    subject: (subject || subjectOf({ text })).replace(/\s+/gu, ' ').slice(0, LIMITS.subject).toWellFormed(),
    text: text || subject,
    reply: limited(joined(mapping.reply, cell), LIMITS.text, 'reply') || undefined,
    place: placeOf(mapping, cell),
    requester: requesterOf(mapping, cell),
  }
  // What the encoding does not know was read as U+FFFD.
  if (`${row.text}${row.subject}${row.entity}`.includes('\ufffd')) row.oddities.push('unreadable-letters')
  return row
}

const NAMES = ['received', 'routed', 'due', 'answered', 'closed'] as const
type Named = (typeof NAMES)[number]
type Moments = Partial<Record<Named, Temporal.Instant>>

/** Dates without a time begin their day, and a date to keep ends it. */
const datesOf = (mapping: Mapping) =>
  NAMES.map((name) => {
    const readers = (mapping[name] ?? []).map((dated: Dated): [string, DateReader] => [
      dated.column,
      dateReader(dated, mapping.timeZone, name === 'due' ? 'end' : 'start'),
    ])
    return [name, readers] as const
  })

function saidAt(dates: Dates, cell: Cell): { at: Moments; oddities: Oddity[] } {
  const at: Moments = {}
  const oddities: Oddity[] = []
  for (const [name, readers] of dates) {
    const filled = readers.find(([column]) => cell(column) !== '')
    if (!filled) continue
    const [column, read] = filled
    const found = read(cell(column))
    if (!found)
      throw new BadRow(`${column} "${cell(column).slice(0, 40)}" is no date as the mapping writes them`)
    at[name] = found.at
    if (found.oddity) oddities.push(found.oddity)
  }
  return { at, oddities }
}

const before = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0

/**
 * The dates as a history that goes forward: nothing happens to a case before it was received, and nothing is
 * answered after it was closed. A date that had to give way is kept beside, as the source told it.
 */
function inOrder(
  { received, due, ...said }: Moments,
  stage: ImportStage,
  found: Oddity[],
  now: Temporal.Instant,
) {
  if (!received) throw new BadRow('it has no date of receipt')
  const oddities = [...new Set(found)]
  const sourceDates: Record<string, string> = {}
  const odd = (oddity: Oddity, name: Named) => {
    oddities.push(oddity)
    if (said[name as 'closed']) sourceDates[name] = String(said[name as 'closed'])
  }
  for (const at of [received, said.answered, said.closed])
    if (at && before(now, at)) throw new BadRow(`${at} lies in the future`)
  let { routed = received, answered, closed } = said
  if (due && before(due, received)) oddities.push('due-before-received')
  if (before(routed, received)) [routed] = [received, odd('routed-before-received', 'routed')]
  if (closed && stage !== 'closed') {
    odd('open-with-closing-date', 'closed')
    if (stage === 'answered') answered ??= closed
    closed = undefined
  }
  if (stage === 'closed' && !closed) throw new BadRow('it is closed, but its closing date is empty')
  if (stage === 'answered' && !answered)
    throw new BadRow('it is answered, but the date of its answer is empty')
  if (closed && before(closed, received)) [closed] = [received, odd('closed-before-received', 'closed')]
  if (answered && before(answered, received))
    [answered] = [received, odd('answered-before-received', 'answered')]
  if (answered && closed && before(closed, answered))
    [answered] = [closed, odd('answered-after-closed', 'answered')]
  const ends = answered ?? closed
  if (ends && before(ends, routed)) routed = ends
  const kept = Object.keys(sourceDates).length > 0 ? { sourceDates } : {}
  return { received, routed, due, answered, closed, oddities, ...kept }
}

function meant<Option extends string>(meanings: Meaning<Option>[], cell: Cell, what: string): Option {
  for (const { by, words, otherwise } of meanings) {
    const option = meaningOf(words, by ? cell(by) : '') ?? otherwise
    if (option) return option
  }
  const [first] = meanings
  throw new BadRow(
    `the mapping does not say which ${what} ${first?.by} "${cell(first?.by ?? '').slice(0, 60)}" is`,
  )
}

function meaningOf<Option extends string>(words: Record<string, Option>, said: string): Option | undefined {
  if (Object.hasOwn(words, said)) return words[said]
  const pattern = Object.keys(words).find((word) => covers(word, said))
  return pattern === undefined ? undefined : words[pattern]
}

/** `Closed*` covers what begins so, `*compliment` what ends so. */
function covers(pattern: string, said: string): boolean {
  if (pattern.endsWith('*')) return said.startsWith(pattern.slice(0, -1))
  return pattern.startsWith('*') && said.endsWith(pattern.slice(1))
}

const joined = (written: Written | undefined, cell: Cell): string =>
  written ? written.columns.map(cell).filter(Boolean).join(written.join) || (written.otherwise ?? '') : ''

function limited(text: string, most: number, what: string): string {
  if (text.length > most) throw new BadRow(`its ${what} has ${text.length} characters; ${most} are the most`)
  return text
}

const LONGEST_ID = 200

function idOf({ id }: Mapping, cell: Cell): string {
  if (typeof id === 'string') {
    if (!cell(id)) throw new BadRow(`its number (${id}) is empty`)
    return limited(cell(id), LONGEST_ID, 'number')
  }
  return createHash('sha256').update(id.of.map(cell).join('\0')).digest('hex').slice(0, 24)
}

function languageOf({ language }: Mapping, cell: Cell, text: string): 'ar' | 'en' {
  if (language) return meant(language, cell, 'language')
  return /[\u0600-\u06ff]/u.test(text) ? 'ar' : 'en'
}

function placeOf({ place, lat, lon }: Mapping, cell: Cell): ReadRow['place'] {
  const text = joined(place, cell).slice(0, LIMITS.place)
  const [latitude, longitude] = [lat && cell(lat), lon && cell(lon)].map((it) =>
    it ? Number(it) : Number.NaN,
  )
  const onEarth = Math.abs(latitude ?? Number.NaN) <= 90 && Math.abs(longitude ?? Number.NaN) <= 180
  if (!text && !onEarth) return undefined
  return {
    ...(text ? { text } : {}),
    ...(onEarth ? { lat: latitude as number, lon: longitude as number } : {}),
  }
}

function requesterOf({ requester }: Mapping, cell: Cell): ReadRow['requester'] {
  const given = Object.entries(requester ?? {}).map(([what, column]) => [
    what,
    cell(column ?? '').slice(0, LIMITS[what as 'name' | 'phone' | 'email']),
  ])
  const filled = given.filter(([, text]) => text)
  return filled.length > 0 ? Object.fromEntries(filled) : undefined
}
