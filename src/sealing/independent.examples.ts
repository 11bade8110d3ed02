import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  pbkdf2Sync,
  sign,
} from 'node:crypto'

/**
 * The protocol a second time, by hand over node:crypto alone, for the tests: nothing here comes from the room
 * itself or from its libraries, so that a mistake in one of them cannot prove itself right.
 */
export const hash = (data: Buffer) => createHash('sha256').update(data).digest()

/** HKDF by RFC 5869. */
export const extract = (salt: Buffer, secret: Buffer) =>
  createHmac('sha256', salt.length ? salt : Buffer.alloc(32))
    .update(secret)
    .digest()

export function expand(key: Buffer, info: Buffer, length: number): Buffer {
  let [all, last] = [Buffer.alloc(0), Buffer.alloc(0)]
  for (let round = 1; all.length < length; round++) {
    last = createHmac('sha256', key)
      .update(Buffer.concat([last, info, Buffer.from([round])]))
      .digest()
    all = Buffer.concat([all, last])
  }
  return all.subarray(0, length)
}

export const hkdf = (secret: Buffer, info: string) =>
  expand(extract(Buffer.alloc(0), secret), Buffer.from(info), 32)

export function receiptKeys(receipt: string) {
  const stretched = pbkdf2Sync(receipt, 'sawt-sealed/v1/receipt', 2_000_000, 32, 'sha256')
  const access = hkdf(stretched, 'sawt-sealed/v1/access')
  const reply = hkdf(stretched, 'sawt-sealed/v1/reply')
  return { access, accessHash: hash(access), reply, replyPublic: publicOf(reply) }
}

/** Keys as node:crypto wants them: the fixed head of PKCS #8 and SPKI, then 32 bytes (RFC 8410). */
const x25519Private = (key: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), key]),
    format: 'der',
    type: 'pkcs8',
  })
const x25519Public = (key: Buffer) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), key]),
    format: 'der',
    type: 'spki',
  })

export const publicOf = (key: Buffer) =>
  createPublicKey(x25519Private(key)).export({ format: 'der', type: 'spki' }).subarray(-32)

const dh = (mine: Buffer, theirs: Buffer) =>
  diffieHellman({ privateKey: x25519Private(mine), publicKey: x25519Public(theirs) })

/** HPKE by RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-GCM, base and auth mode, first message. */
export class Hpke {
  readonly #keyBits: 128 | 256
  readonly #suite: Buffer
  constructor(keyBits: 128 | 256 = 256) {
    this.#keyBits = keyBits
    this.#suite = Buffer.concat([
      Buffer.from('HPKE'),
      Buffer.from([0, 0x20, 0, 1, 0, keyBits === 128 ? 1 : 2]),
    ])
  }

  seal(to: Buffer, ephemeral: Buffer, info: Buffer, data: Buffer, content: Buffer, sender?: Buffer) {
    const enc = publicOf(ephemeral)
    const shared = sender ? Buffer.concat([dh(ephemeral, to), dh(sender, to)]) : dh(ephemeral, to)
    const context = Buffer.concat([enc, to, ...(sender ? [publicOf(sender)] : [])])
    const { key, nonce } = this.#schedule(this.#secret(shared, context), info, sender ? 2 : 0)
    return { enc, sealed: aesSeal(key, nonce, data, content) }
  }

  open(mine: Buffer, enc: Buffer, info: Buffer, data: Buffer, sealed: Buffer, sender?: Buffer) {
    const shared = sender ? Buffer.concat([dh(mine, enc), dh(mine, sender)]) : dh(mine, enc)
    const context = Buffer.concat([enc, publicOf(mine), ...(sender ? [sender] : [])])
    const { key, nonce } = this.#schedule(this.#secret(shared, context), info, sender ? 2 : 0)
    return aesOpen(key, nonce, data, sealed)
  }

  #secret(shared: Buffer, context: Buffer) {
    const kem = Buffer.concat([Buffer.from('KEM'), Buffer.from([0, 0x20])])
    const key = labeledExtract(kem, Buffer.alloc(0), 'eae_prk', shared)
    return labeledExpand(kem, key, 'shared_secret', context, 32)
  }

  #schedule(shared: Buffer, info: Buffer, mode: 0 | 2) {
    const none = Buffer.alloc(0)
    const context = Buffer.concat([
      Buffer.from([mode]),
      labeledExtract(this.#suite, none, 'psk_id_hash', none),
      labeledExtract(this.#suite, none, 'info_hash', info),
    ])
    const secret = labeledExtract(this.#suite, shared, 'secret', none)
    return {
      key: labeledExpand(this.#suite, secret, 'key', context, this.#keyBits / 8),
      nonce: labeledExpand(this.#suite, secret, 'base_nonce', context, 12),
    }
  }
}

const labeledExtract = (suite: Buffer, salt: Buffer, label: string, secret: Buffer) =>
  extract(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), secret]))

const labeledExpand = (suite: Buffer, key: Buffer, label: string, info: Buffer, length: number) =>
  expand(
    key,
    Buffer.concat([Buffer.from([0, length]), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]),
    length,
  )

export function aesSeal(key: Buffer, nonce: Buffer, data: Buffer, content: Buffer): Buffer {
  const cipher = createCipheriv(key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, nonce).setAAD(data)
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

export function aesOpen(key: Buffer, nonce: Buffer, data: Buffer, sealed: Buffer): Buffer {
  const algorithm = key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm'
  const decipher = createDecipheriv(algorithm, key, nonce).setAAD(data).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
}

/** Ed25519 by RFC 8032. */
export const ed25519Private = (key: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), key]),
    format: 'der',
    type: 'pkcs8',
  })
export const ed25519Public = (key: Buffer) =>
  createPublicKey(ed25519Private(key)).export({ format: 'der', type: 'spki' }).subarray(-32)
export const signWith = (key: Buffer, text: Buffer) => sign(null, text, ed25519Private(key))

/** Shamir over GF(256) with AES's polynomial; the last byte of a share is its place. */
export function splitInto(
  secret: Buffer,
  places: readonly number[],
  coefficients: readonly Buffer[],
): Buffer[] {
  return places.map((x) => {
    const values = [...secret].map((byte, at) => {
      const polynomial = [byte, ...coefficients.map((one) => one[at] ?? 0)]
      return polynomial.reduceRight((sum, one) => multiply(sum, x) ^ one, 0)
    })
    return Buffer.from([...values, x])
  })
}

export function combineShares(shares: readonly Buffer[]): Buffer {
  const places = shares.map((share) => share.at(-1) ?? 0)
  const length = (shares[0]?.length ?? 1) - 1
  return Buffer.from(
    Array.from({ length }, (_, at) =>
      shares.reduce((sum, share, mine) => {
        const weight = places.reduce(
          (product, x, other) =>
            other === mine ? product : multiply(product, multiply(x, inverse(x ^ (places[mine] ?? 0)))),
          1,
        )
        return sum ^ multiply(share[at] ?? 0, weight)
      }, 0),
    ),
  )
}

/** Russian peasants, modulo x⁸+x⁴+x³+x+1. */
function multiply(one: number, other: number): number {
  let product = 0
  for (let [a, b] = [one, other]; b > 0; b >>= 1, a = (a << 1) ^ (a & 0x80 ? 0x11b : 0))
    if (b & 1) product ^= a
  return product
}

const inverse = (of: number): number =>
  Array.from({ length: 255 }, (_, at) => at + 1).find((one) => multiply(one, of) === 1) ?? 0

/** ISO 7064 MOD 97-10 in one large number. */
export const checkDigits97 = (digits: string): string =>
  String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0')

/** JSON with sorted keys, written without looking at the other one. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined)
  pairs.sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${sortedJson(one)}`).join(',')}}`
}
