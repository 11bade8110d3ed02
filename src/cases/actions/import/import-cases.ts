import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { canonicalJson, no, type Result, yes } from '#kernel'
import { columnsOf, type Mapping } from '../../model/import/mapping.ts'
import type { ReadRow } from '../../model/import/read-row.ts'
import type { CsvRecord } from '../../model/import/records.ts'
import { type ImportPosition, openImport } from '../../store/import.ts'
import type { Tools } from '../act.ts'
import { registryOf } from './places.ts'
import { lookAt, readRecords } from './read-records.ts'
import { sieve } from './sieve.ts'
import { type Batch, type Importing, prepare, writeBatch } from './write-batch.ts'

export interface ImportOrder {
  /** A `.csv` or `.csv.gz` file. */
  path: string
  mapping: Mapping
  /** The name that its cases carry; with the source's own number it makes a case one and the same. */
  source: string
  /** The columns of the file, once they are known and before any row. */
  onHeader?(columns: string[]): void
  /** A record that cannot become a case. Told in every run, also for records that an earlier run dealt with. */
  onRejected?(rejection: Rejection): void
  onProgress?(progress: ImportProgress): void
}

export interface Rejection {
  line: number
  reason: string
  fields: string[]
}

export interface ImportProgress {
  records: number
  /** Of them dealt with by an earlier run. */
  resumed: number
  bytesRead: number
  bytes: number
}

/** What became of a file; `read` is the sum of the three that follow it. */
export interface ImportSummary {
  read: number
  imported: number
  known: number
  rejected: number
  /** Imported cases by the stage they stood in. */
  stages: Record<string, number>
  /** Rows that were kept although something about them was odd. */
  oddities: Record<string, number>
  /** Records that an earlier run dealt with. */
  resumed: number
}

export type ImportRefusal =
  | 'file-unreadable'
  | 'no-country'
  | 'file-empty'
  | 'file-not-mapped'
  | 'source-malformed'

/** Cases in one transaction: large enough that commits cost nothing, small enough that a kill costs a blink. */
const BATCH = 2_000
const SLICE = 200

/**
 * Brings history from a file of another system. May be killed at any moment and started again: it goes on
 * behind the last committed batch. Done twice it changes nothing; each of the source's numbers is one case.
 */
export async function importCases(
  tools: Tools,
  order: ImportOrder,
): Promise<Result<ImportSummary, ImportRefusal>> {
  const { path, mapping, source } = order
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(source)) return no('source-malformed')
  const [directory, book] = [await tools.directory(), await tools.book()]
  if (!directory.central) return no('no-country')
  const file = await lookAt(path).catch((error: Error) => error)
  if (file instanceof Error) return no('file-unreadable', { why: file.message })
  const fingerprint = createHash('sha256').update(file.hash).update(canonicalJson(mapping)).digest()
  const registry = registryOf(directory, mapping, source)
  const now = () => tools.clock.now()
  const importing = {
    db: tools.db,
    source,
    fingerprint,
    directory,
    book,
    registry,
    now,
    dates: new Map(),
    days: new Map(),
  }
  const position = await openImport(tools.db, importing, path, now())
  return bring(importing, { ...order, size: file.size, position })
}

type Started = ImportOrder & { size: number; position: ImportPosition }

async function bring(importing: Importing, order: Started): Promise<Result<ImportSummary, ImportRefusal>> {
  const { path, mapping, position } = order
  const writer = inTurn(importing, position)
  let sift: ReturnType<typeof sieve> | undefined
  let rows: ReadRow[] = []
  for await (const { records, read } of readRecords(path, mapping.encoding, mapping.delimiter)) {
    for (const record of records) {
      if (!sift) {
        const header = headerOf(record, mapping)
        if (!header.ok) return header
        order.onHeader?.(header.value)
        sift = sieve(mapping, header.value, importing.now(), (rejection) => order.onRejected?.(rejection))
        continue
      }
      const row = sift.take(record)
      if (row && sift.records > position.records) rows.push(row)
      // The database answers in between: reading goes on while it writes.
      if (sift.records % SLICE === 0) await setImmediate()
      if (rows.length < BATCH) continue
      await writer.write({ rows, records: sift.records, last: false })
      rows = []
    }
    const done = sift?.records ?? 0
    order.onProgress?.({ records: done, resumed: position.records, bytesRead: read, bytes: order.size })
  }
  if (!sift) return no('file-empty')
  await writer.write({ rows, records: sift.records, last: true })
  const { imported, known, stages } = await writer.done()
  const { records: read, rejected, oddities } = sift
  return yes({ read, imported, known, rejected, stages, oddities, resumed: position.records })
}

function headerOf({ fields, fault }: CsvRecord, mapping: Mapping): Result<string[], ImportRefusal> {
  const columns = fields.map((name) => name.trim())
  const missing = columnsOf(mapping).filter((name) => !columns.includes(name))
  if (!fault && missing.length === 0) return yes(columns)
  return no('file-not-mapped', { missing: missing.join(', '), columns: columns.join(', ').slice(0, 500) })
}

/** One batch is written while the next is read and made ready, never two at once: the position moves in the order of the file. */
function inTurn(importing: Importing, start: ImportPosition) {
  let writing: Promise<ImportPosition> = Promise.resolve(start)
  return {
    done: () => writing,
    async write(batch: Batch) {
      const ready = await prepare(importing, batch)
      await writing
      writing = writeBatch(importing, ready)
      // Its failure is met at the next turn; until then it is nobody's.
      writing.catch(() => undefined)
    },
  }
}
