import type { ImapFlow } from 'imapflow'
import { newId } from '#kernel'
import { takeBounce } from '#messages'
import type { Log } from '#platform'
import type { Arrival, Reason } from '../model/arrival.ts'
import * as arrivals from '../store/arrivals.ts'
import * as mailboxes from '../store/mailboxes.ts'
import { readMail } from './read-mail.ts'
import { type Tools as TakingTools, takeIn } from './take-in.ts'

export interface Tools extends TakingTools {
  log: Log
}

/** A letter with its attachments may weigh this much, in bytes; a larger one waits for a person. */
const HEAVIEST = 30 * 1024 * 1024

/**
 * Reads what is new in a mailbox by IMAP and takes it in, letter by letter: the place in the mailbox moves in the
 * same transaction as what a letter caused. Letters are marked as seen, never moved or deleted.
 *
 * @param url `imaps://user:password@mail.example.gov/INBOX`
 * @returns how many were taken
 */
export async function readMailbox(tools: Tools, url: string): Promise<number> {
  const { settings, name, folder } = understand(url)
  // Only where there is a mailbox: nine megabytes of protocols and old Japanese encodings.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({ ...settings, logger: false })
  // Said again by whatever is being asked at that moment; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const lock = await client.getMailboxLock(folder)
    try {
      return await readNew(tools, client, name)
    } finally {
      lock.release()
    }
  } catch (error) {
    const fault = codeOf(error)
    tools.log.warn({ fault }, 'the mailbox could not be read')
    await mailboxes.keepFault(tools.db, name, fault, tools.clock.now())
    return 0
  } finally {
    await client.logout().catch(() => client.close())
  }
}

function understand(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const user = decodeURIComponent(username)
  return {
    folder,
    name: `${user}@${hostname}/${folder}`,
    settings: {
      host: hostname,
      port: Number(port) || (secure ? 993 : 143),
      secure,
      auth: { user, pass: decodeURIComponent(password) },
    },
  }
}

async function readNew(tools: Tools, client: ImapFlow, name: string): Promise<number> {
  const validity = String((client.mailbox || undefined)?.uidValidity)
  const place = await mailboxes.placeIn(tools.db, name)
  const from = place?.validity === validity ? place.lastUid + 1 : 1
  if (place?.validity !== validity)
    await mailboxes.keepPlace(tools.db, name, { validity, lastUid: 0 }, tools.clock.now())
  const found = (await client.search({ uid: `${from}:*` }, { uid: true })) || []
  let taken = 0
  // `N:*` also names the last letter when there is none after it.
  for (const uid of found.filter((each) => each >= from).sort((one, other) => one - other)) {
    await takeLetter(tools, client, { name, validity, uid })
    taken++
  }
  await mailboxes.keepPlace(
    tools.db,
    name,
    { validity, lastUid: Math.max(from - 1, ...found, 0) },
    tools.clock.now(),
  )
  return taken
}

interface Place {
  name: string
  validity: string
  uid: number
}

async function takeLetter(tools: Tools, client: ImapFlow, { name, validity, uid }: Place) {
  const envelope = await client.fetchOne(String(uid), { size: true }, { uid: true })
  const heavy = envelope && (envelope.size ?? 0) > HEAVIEST
  const fetched = heavy ? false : await client.fetchOne(String(uid), { source: true }, { uid: true })
  const raw = fetched ? fetched.source : undefined
  await tools.db.transaction(async (tx) => {
    const place = await mailboxes.lockPlace(tx, name)
    // Another reader was here first.
    if (!place || place.validity !== validity || place.lastUid >= uid) return
    const within = { ...tools, db: tx }
    await takeRaw(within, raw, `${name} ${validity} ${uid}`, heavy ? 'too-large' : 'unreadable')
    await mailboxes.keepPlace(tx, name, { validity, lastUid: uid }, tools.clock.now())
  })
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
}

/** Takes a letter in as it came over the line. */
export async function takeRaw(tools: Tools, raw: Uint8Array | undefined, fallback: string, why: Reason) {
  const arrival = raw && (await readMail(raw, fallback))
  if (!arrival) return wait(tools, fallback, why)
  return (await takeBounce(tools, raw)) ? setAside(tools, arrival) : takeIn(tools, arrival)
}

/** What cannot be read still came: the letter itself stays in the mailbox. */
const wait = (tools: Tools, name: string, because: Reason) =>
  arrivals.add(tools.db, { ...blank(tools, name), state: 'quarantine', because })

/** A bounce has done its work when the message behind it knows. */
const setAside = (tools: Tools, { name, from, subject }: Arrival) =>
  arrivals.add(tools.db, {
    ...blank(tools, name),
    state: 'set-aside',
    because: 'report',
    sender: from.address,
    words: { senderName: from.name, subject, text: '' },
  })

const blank = ({ clock }: Tools, name: string) => ({
  id: newId(),
  channel: 'mail' as const,
  name,
  receivedAt: clock.now(),
  caseId: null,
  draftId: null,
  sender: '',
  words: null,
  leftOut: [],
})

const codeOf = (error: unknown): string => {
  const { code, authenticationFailed } = error as { code?: unknown; authenticationFailed?: unknown }
  if (authenticationFailed) return 'sign-in-failed'
  return typeof code === 'string' ? code.toLowerCase() : 'unreachable'
}
