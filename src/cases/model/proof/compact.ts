import { canonicalJson } from '#kernel'
import { fromBase32, toBase32 } from './base32.ts'
import { readStatement, type Statement } from './receipt.ts'
import type { Signed } from './signing.ts'

/** What a QR code of ours begins with. */
export const COMPACT = 'SAWT1:'

/**
 * A signed receipt in some 320 letters, for a QR code. It carries no words and no salt, so it can be shown
 * to anybody; the signed text is put together again from it, letter by letter.
 */
export function toCompact({ signed, signature }: Signed): string {
  const statement = readStatement(signed)
  if (!statement) throw new Error('Only receipts have a compact form')
  const answered = statement.moment === 'answered' ? statement : undefined
  return (
    COMPACT +
    toBase32(
      Buffer.concat([
        Buffer.from([answered ? 2 : 1]),
        number(BigInt(statement.reference), 5),
        instant(statement.submittedAt),
        instant(statement.answerBy),
        hex(statement.event),
        hex(statement.words),
        hex(statement.key),
        ...(answered ? [instant(answered.answeredAt), hex(answered.answer), text(answered.outcome)] : []),
        text(statement.type),
        text(statement.service),
        Buffer.from(signature, 'base64'),
      ]),
    )
  )
}

/** Undefined when it is no compact receipt, or there is more in it than one. */
export function fromCompact(typed: string): Signed | undefined {
  const letters = typed.replace(/\s/gu, '').toUpperCase()
  const bytes = letters.startsWith(COMPACT) ? fromBase32(letters.slice(COMPACT.length)) : undefined
  if (!bytes) return undefined
  try {
    const [content, rest] = unpack(bytes)
    const signed = canonicalJson(content)
    return rest.length === 64 && readStatement(signed)
      ? { signed, signature: rest.toString('base64') }
      : undefined
  } catch {
    return undefined
  }
}

function unpack(bytes: Buffer): [content: Statement, rest: Buffer] {
  let at = 0
  const take = (length: number) => {
    if (at + length > bytes.length) throw new RangeError('It ends too early')
    at += length
    return bytes.subarray(at - length, at)
  }
  const takeText = () => take(take(1)[0] ?? 0).toString()
  const takeInstant = () => {
    const micros = take(8).readBigInt64BE()
    return Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toString()
  }
  const takeHex = (length: number) => take(length).toString('hex')
  const answered = take(1)[0] === 2
  const common = {
    kind: 'sawt-receipt-1',
    reference: String(take(5).readUIntBE(0, 5)).padStart(11, '0'),
    submittedAt: takeInstant(),
    answerBy: takeInstant(),
    event: takeHex(32),
    words: takeHex(32),
    key: takeHex(8),
  }
  const given = answered
    ? { moment: 'answered', answeredAt: takeInstant(), answer: takeHex(32), outcome: takeText() }
    : { moment: 'submitted' }
  const content = { ...common, ...given, type: takeText(), service: takeText() }
  return [content as Statement, bytes.subarray(at)]
}

const hex = (digits: string) => Buffer.from(digits, 'hex')

const text = (words: string) => {
  const bytes = Buffer.from(words)
  if (bytes.length > 255) throw new Error('Too long for a compact receipt')
  return Buffer.concat([Buffer.from([bytes.length]), bytes])
}

const instant = (moment: string) => number(Temporal.Instant.from(moment).epochNanoseconds / 1000n, 8)

function number(value: bigint, length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes.subarray(8 - length)
}
