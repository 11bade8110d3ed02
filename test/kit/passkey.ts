import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** An authenticator in software (ES256, no attestation), as a browser's JSON presents it. */
export function aPasskey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const rpId = new URL(origin).hostname
  let counter = 0
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = map([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ])
  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
  }
  const rpHash = createHash('sha256').update(rpId).digest()
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  /** Flags: user present and verified, and at creation the key itself. */
  const authenticatorData = (creating: boolean) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(creating ? counter : ++counter)
    const head = Buffer.concat([rpHash, Buffer.from([creating ? 0x45 : 0x05]), count])
    if (!creating) return head
    return Buffer.concat([head, Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
  }

  return {
    id: common.id,
    create: ({ challenge }: { challenge: string }) => {
      const authData = authenticatorData(true)
      const attestation = map([
        ['fmt', 'none'],
        ['attStmt', map([])],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      }
      return { ...common, response, clientExtensionResults: {} }
    },
    get: ({ challenge }: { challenge: string }) => {
      const [data, client] = [authenticatorData(false), clientData('webauthn.get', challenge)]
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      }
      return { ...common, response, clientExtensionResults: {} }
    },
  }
}

export type Passkey = ReturnType<typeof aPasskey>

/** As much CBOR (RFC 8949) as an authenticator speaks. A buffer that is CBOR already goes in as `Raw`. */
function map(entries: [number | string, number | string | Buffer][]): Buffer & { raw?: true } {
  const parts = entries.flatMap(([key, value]) => [encode(key), encode(value)])
  return Object.assign(Buffer.concat([head(5, entries.length), ...parts]), { raw: true as const })
}

function encode(value: number | string | (Buffer & { raw?: true })): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  return value.raw ? value : Buffer.concat([head(2, value.length), value])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  return size < 256
    ? Buffer.from([(major << 5) | 24, size])
    : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}
