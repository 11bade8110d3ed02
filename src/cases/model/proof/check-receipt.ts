import { no, type Result, yes } from '#kernel'
import { COMPACT, fromCompact } from './compact.ts'
import { type Head, readHead } from './head.ts'
import {
  commitment,
  type Opening,
  type Receipt,
  readReceipt,
  readStatement,
  type Statement,
} from './receipt.ts'
import { isSigned, type Signed } from './signing.ts'
import { rootFromPath } from './tree.ts'

/** What a genuine receipt proves. */
export interface Checked {
  statement: Statement
  /** The words that it opens: they are the ones submitted, the answer is the one given. */
  words?: unknown
  answer?: unknown
  /** The signed head of the record that the event is in. */
  head?: Head
}

export const RECEIPT_FAULTS = [
  'not-a-receipt',
  'unknown-key',
  'wrong-signature',
  'words-differ',
  'answer-differs',
  'head-forged',
  'not-in-record',
] as const
export type ReceiptFault = (typeof RECEIPT_FAULTS)[number]

/** The service's public keys by their ids. */
export type PublicKeys = ReadonlyMap<string, Buffer>

/**
 * Whether a receipt is genuine: its file, or the letters of its QR code, wherever in a text (or a PDF) they
 * stand. Needs the published keys and nothing else, no network and no database.
 */
export function checkReceipt(given: string, keys: PublicKeys): Result<Checked, ReceiptFault> {
  const receipt = find(given)
  const statement = receipt && readStatement(receipt.signed)
  if (!receipt || !statement) return no('not-a-receipt')
  const fault = faultOf(receipt, statement, keys)
  if (fault) return no(fault)
  return yes({
    statement,
    words: receipt.words?.content,
    answer: receipt.answer?.content,
    head: receipt.inclusion && readHead(receipt.inclusion.head.signed),
  })
}

function find(given: string): (Signed & Partial<Receipt>) | undefined {
  const file = readReceipt(given)
  if (file) return file
  const letters = given.match(new RegExp(`${COMPACT}[A-Z2-7\\s]+`, 'i'))?.[0]
  return letters === undefined ? undefined : fromCompact(letters)
}

function faultOf(
  receipt: Signed & Partial<Receipt>,
  statement: Statement,
  keys: PublicKeys,
): ReceiptFault | undefined {
  const key = keys.get(statement.key)
  if (!key) return 'unknown-key'
  if (receipt.publicKey && receipt.publicKey !== key.toString('hex')) return 'unknown-key'
  if (!isSigned(receipt, key)) return 'wrong-signature'
  if (!opens(receipt.words, statement.words)) return 'words-differ'
  const answer = statement.moment === 'answered' ? statement.answer : ''
  if (!opens(receipt.answer, answer)) return 'answer-differs'
  return receipt.inclusion && inclusionFault(receipt.inclusion, statement, keys)
}

const opens = (opening: Opening | undefined, committed: string) =>
  !opening || commitment(opening) === committed

function inclusionFault(
  { index, path, head }: NonNullable<Receipt['inclusion']>,
  { event }: Statement,
  keys: PublicKeys,
): ReceiptFault | undefined {
  const said = readHead(head.signed)
  const key = said && keys.get(said.key)
  if (!key || !isSigned(head, key)) return 'head-forged'
  const steps = path.map((step) => Buffer.from(step, 'hex'))
  const root = rootFromPath(Buffer.from(event, 'hex'), { index, size: said.size, path: steps })
  return root?.toString('hex') === said.root ? undefined : 'not-in-record'
}
