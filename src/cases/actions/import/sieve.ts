import type { Mapping } from '../../model/import/mapping.ts'
import { type ReadRow, rowReader } from '../../model/import/read-row.ts'
import { type CsvRecord, LONGEST_RECORD } from '../../model/import/records.ts'
import type { Rejection } from './import-cases.ts'

const FAULTS: Record<NonNullable<CsvRecord['fault']>, string> = {
  'quote-never-closed': 'a quotation mark is opened and never closed',
  'text-after-quote': 'something stands between a closing quotation mark and the next column',
  'too-long': `it is longer than ${LONGEST_RECORD} characters`,
}

/** Reads record after record of a file; tells those that cannot become cases apart, with their reason. */
export function sieve(
  mapping: Mapping,
  header: string[],
  now: Temporal.Instant,
  reject: (rejection: Rejection) => void,
) {
  const readRow = rowReader(mapping, header)
  const name = nameOnce(mapping)
  const counted = { records: 0, rejected: 0, oddities: {} as Record<string, number> }
  const refuse = ({ line, fields }: CsvRecord, reason: string): undefined => {
    counted.rejected++
    reject({ line, reason, fields })
  }
  const take = (record: CsvRecord): ReadRow | undefined => {
    counted.records++
    const { fields, fault, line } = record
    if (fault) return refuse(record, FAULTS[fault])
    if (fields.some((field) => field.includes('\0'))) return refuse(record, 'it holds a NUL character')
    if (fields.length !== header.length)
      return refuse(record, `it has ${fields.length} columns where the header has ${header.length}`)
    const read = readRow(fields, now)
    if (!read.ok) return refuse(record, read.reason)
    const named = name(read.value, line)
    if (typeof named === 'string') return refuse(record, named)
    for (const oddity of named.oddities) counted.oddities[oddity] = (counted.oddities[oddity] ?? 0) + 1
    return named
  }
  return {
    take,
    get records() {
      return counted.records
    },
    get rejected() {
      return counted.rejected
    },
    get oddities() {
      return counted.oddities
    },
  }
}

/**
 * Each number once in a file. A source that has numbers and gives one twice made a mistake that a person must
 * look at; where the number was made from columns, equal rows are told apart by counting them.
 */
function nameOnce({ id }: Mapping) {
  const seen = new Map<string, number>()
  return (row: ReadRow, line: number): ReadRow | string => {
    const earlier = seen.get(row.sourceId)
    if (typeof id === 'string') {
      if (earlier) return `its number ${row.sourceId} stands in line ${earlier} already`
      seen.set(row.sourceId, line)
      return row
    }
    seen.set(row.sourceId, (earlier ?? 0) + 1)
    return earlier ? { ...row, sourceId: `${row.sourceId}-${earlier + 1}` } : row
  }
}
