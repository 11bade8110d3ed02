import {
  base64url,
  bytes,
  ESCROW,
  findWork,
  holdersOf,
  type Item,
  newKeyPair,
  newSealedFile,
  newSealedId,
  REPORTER,
  type Recipient,
  recipientsOf,
  sealFile,
  sealIdentity,
  sealItem,
} from '#sealing'
import type { SealedRoom } from './sealed-room.ts'

export interface Answered {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks into
  body: any
  text: string
  headers: Headers
}

/** One call to the room, as a browser makes it. */
export async function call(
  { app }: Pick<SealedRoom, 'app'>,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const raw = body instanceof Uint8Array
  const response = await app.request(path, {
    method,
    headers: { ...(body !== undefined && !raw && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: raw ? bytes(body) : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    text,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : undefined,
  }
}

/** A challenge, met. */
export async function work(room: Pick<SealedRoom, 'app'>) {
  const { challenge, bits } = (await call(room, 'POST', '/sealed/api/challenge', {})).body
  return { challenge, counter: await findWork({ challenge, bits }) }
}

/** Somebody with a browser who reports; with a receipt whose stretching is left out, since it takes a second. */
export async function aReporter(room: SealedRoom) {
  const access = crypto.getRandomValues(new Uint8Array(32))
  const reply = newKeyPair()
  const id = newSealedId()
  const accessHash = base64url(bytes(await crypto.subtle.digest('SHA-256', access)))

  async function body({
    about = [] as string[],
    text = 'كلام',
    identity = false,
    files = [] as { id: string; chunks: number }[],
    ticket = undefined as string | undefined,
  } = {}) {
    const recipients = granted(recipientsOf(room.roster, { bodies: about, aboutUnit: false, excluded: [] }))
    const custodians = room.roster.custodians.map(({ id, key }) => ({ id, key }))
    const sealed = await sealItem(
      { text, reply: reply.publicKey },
      { report: id, purpose: 'report', item: id },
      recipients,
    )
    return {
      ...(await work(room)),
      ...(ticket && { ticket }),
      ...{ id, access: accessHash, replyKey: reply.publicKey, roster: room.hash, files },
      item: granted(sealed),
      ...(identity && {
        identity: granted(
          await sealIdentity({ kind: 'identity', name: 'Fatima', contact: '', remarks: '' }, id, custodians),
        ),
      }),
    }
  }

  return {
    ...{ id, reply, accessHash, access: base64url(access), body },
    holder: { id: REPORTER, privateKey: reply.privateKey },
    submit: async (choices = {}) => call(room, 'POST', '/sealed/api/reports', await body(choices)),
    visit: async () =>
      call(room, 'POST', '/sealed/api/visit', { ...(await work(room)), access: base64url(access) }),
    say: async (text: string, holders: string[]) => {
      const item = await sealedBy(
        { id: REPORTER, privateKey: reply.privateKey },
        id,
        'message',
        text,
        granted(holdersOf(room.roster, holders)),
      )
      return call(room, 'POST', '/sealed/api/visit/messages', {
        ...(await work(room)),
        ...{ access: base64url(access), item, files: [] },
      })
    },
  }
}

export type Reporter = Awaited<ReturnType<typeof aReporter>>

/** An item in somebody's own name. */
export async function sealedBy(
  by: { id: string; privateKey: Uint8Array },
  report: string,
  purpose: Item['purpose'],
  text: string,
  recipients: readonly Recipient[],
  item = newSealedId(),
): Promise<Item> {
  return granted(
    await sealItem({ kind: 'message', text, files: [] }, { report, purpose, item }, recipients, by),
  )
}

/** A file, sealed and uploaded chunk by chunk. */
export async function upload(room: SealedRoom, report: string, sizes: number[]) {
  const { ticket } = (await call(room, 'POST', '/sealed/api/uploads', await work(room))).body
  const files = []
  for (const size of sizes) {
    const file = granted(newSealedFile({ name: 'a', type: 'b', size }, false))
    let index = 0
    for await (const chunk of sealFile(report, file, new Blob([new Uint8Array(size)])))
      await call(room, 'PUT', `/sealed/api/uploads/${ticket}/${file.id}/${index++}`, chunk)
    files.push(file)
  }
  return { ticket: ticket as string, files }
}

export const escrowKey = ({ roster }: SealedRoom): Recipient => ({ id: ESCROW, key: roster.escrow.key })

export function granted<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason)
  return result.value
}
