import { createHash } from 'node:crypto'
import { no, type Result, yes } from '#kernel'
import { LIMITS } from '../limits.ts'
import type { CaseType, Channel } from '../stages.ts'
import { subjectOf } from '../submission.ts'
import { BadRow } from './bad-row.ts'
import { type Cell, joined, limited, meant } from './cells.ts'
import type { Oddity } from './dates.ts'
import type { ImportOutcome, ImportStage, Mapping } from './mapping.ts'
import { type Dates, datesOf, inOrder, saidAt } from './moments.ts'

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
