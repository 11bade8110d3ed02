import { invite } from '#integrity'
import { type Envelope, ESCROW, type Item, openEnvelope, passOn, REPORTER, type Recipient } from '#sealing'
import { aPasskey } from './passkey.ts'
import { type Answered, call, granted, type Reporter, sealedBy } from './sealed-reporter.ts'
import { type Person, SEALED_ORIGIN, type SealedRoom } from './sealed-room.ts'

const WRAP = { v: 1, wrap: 'passphrase', salt: bytes(16), nonce: bytes(12), sealed: bytes(48) }

/** An officer or custodian at their browser: enrolled with a passkey of their own, and signed in. */
export async function atTheOffice(room: SealedRoom, person: Person) {
  const passkey = aPasskey(SEALED_ORIGIN)
  let cookie = ''
  const ask = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const answered = await call(room, method, `/sealed/office/api/${path}`, body, {
      cookie,
      origin: SEALED_ORIGIN,
    })
    const set = answered.headers.getSetCookie()[0]
    if (set) cookie = set.split(';')[0] ?? ''
    return answered
  }
  const post = (path: string, body: unknown = {}) => ask('POST', path, body)
  const get = (path: string) => ask('GET', path)

  async function enrol(purpose: 'first' | 'lost' | 'device', key: string, wraps: unknown[]) {
    const secret = await invite(room.room, person.id, purpose)
    const { options, attempt } = (await post('invite/passkey', { invite: secret })).body
    const credential = passkey.create(options)
    return post('invite/register', { invite: secret, attempt, credential, device: 'test', key, wraps })
  }
  const enrolled = await enrol('device', person.key, [])
  if (enrolled.status !== 201) throw new Error(enrolled.text)

  const proof = async () => {
    const { options, attempt } = (await post('step-up/options')).body
    return { attempt, credential: passkey.get(options) }
  }
  const open = async (id: string) => (await get(`reports/${id}`)).body.report
  const step = async (id: string, name: string, fields: object = {}) =>
    post(`reports/${id}/steps`, { step: name, ...fields })

  /** Those who hold a report, escrow, and the reporter where one listens. */
  async function audience(id: string, reporter?: Reporter): Promise<Recipient[]> {
    const { holders } = await open(id)
    const known = room.roster.officers.filter((one) => holders.includes(one.id))
    const answered = reporter ? [{ id: REPORTER, key: reporter.reply.publicKey }] : []
    return [...known, { id: ESCROW, key: room.roster.escrow.key }, ...answered].map(({ id, key }) => ({
      id,
      key,
    }))
  }

  return {
    ...{ person, passkey, ask, post, get, proof, open, step, enrol, audience },
    cookie: () => cookie,
    setCookie: (value: string) => {
      cookie = value
    },
    message: async (id: string, text: string, reporter: Reporter) =>
      sealedBy(person, id, 'message', text, await audience(id, reporter)),
    note: async (id: string, text: string, purpose: Item['purpose'] = 'note') =>
      sealedBy(person, id, purpose, text, await audience(id)),
    /** The keys of everything that this officer can open, sealed anew to another. */
    passedOn: async (id: string, to: Person) => {
      const { items } = await open(id)
      const own = items.filter(({ envelope }: { envelope: Envelope | null }) => envelope)
      return Promise.all(
        own.map(async (one: Opened) => ({
          item: one.item,
          envelope: granted(
            await passOn(
              one.envelope,
              bindingOf(id, one),
              person,
              { id: to.id, key: to.key },
              sender(room, one),
            ),
          ),
        })),
      )
    },
    canOpen: async (id: string) => {
      const { items } = await open(id)
      const opened = await Promise.all(
        items.map((one: Opened) => openEnvelope(one.envelope, bindingOf(id, one), person, sender(room, one))),
      )
      return opened.every((one: { ok: boolean }) => one.ok)
    },
    signIn: async () => {
      const { options, attempt } = (await post('sign-in/options')).body
      return post('sign-in', { attempt, credential: passkey.get(options) })
    },
  }
}

export type Office = Awaited<ReturnType<typeof atTheOffice>>

interface Opened {
  item: string
  purpose: Item['purpose']
  envelope: Envelope
  envelopePurpose: Item['purpose']
}

const bindingOf = (report: string, { item, envelopePurpose }: Opened) => ({
  report,
  item,
  purpose: envelopePurpose,
})

/** Whoever's key must have sealed it, as the roster or the report itself proves it. */
function sender({ roster, reporters }: SealedRoom & { reporters?: Reporter[] }, { envelope }: Opened) {
  if (!envelope.by) return undefined
  const known = [...roster.officers, ...roster.custodians].find(({ id }) => id === envelope.by)
  const key = known?.key ?? reporters?.[0]?.reply.publicKey ?? ''
  return { id: envelope.by, key }
}

export const aWrap = () => WRAP
function bytes(size: number) {
  return Buffer.alloc(size, 3).toString('base64url')
}
