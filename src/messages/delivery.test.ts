import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { newId } from '#kernel'
import { openLog, sql } from '#platform'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { compose } from './actions/compose.ts'
import type { Channel } from './channels/channel.ts'
import { smtpChannel } from './channels/mail/smtp.ts'
import { whatsappChannel } from './channels/whatsapp/cloud-api.ts'
import {
  courier,
  enqueue,
  listUndelivered,
  reachOf,
  recordReport,
  sendAgain,
  sendCode,
  type Telling,
  takeBounce,
} from './index.ts'
import { sealFact } from './model/sealing.ts'
import { aGateway, aMailServer, type MailServer } from './servers.examples.ts'
import { hold } from './store/outbox.ts'

const GATEWAYS = { demonstration: true }
const PUBLIC_URL = 'https://sawt.example.gov'

/** A country with an outbox, and couriers over whichever channels. */
async function aPost(t: TestContext) {
  const country = await aCountry(t)
  const lines: string[] = []
  const tools = {
    db: country.db,
    clock: country.clock,
    directory: country.tools.directory,
    log: openLog('debug', { write: (line) => lines.push(line) }),
    secret: Buffer.alloc(32, 7),
    publicUrl: PUBLIC_URL,
  }
  const carriers = (...channels: Channel[]) => {
    const one = courier(tools, channels)
    t.after(one.close)
    return one
  }
  return { country, tools, lines, carriers }
}

const mailTo = (address: string, cause = address): Telling => ({
  cause,
  kind: 'answered',
  to: { channel: 'mail', address, language: 'ar' },
  facts: {
    reference: '26483190274',
    day: '2026-10-20T11:15:00Z',
    who: { ar: 'وزارة الأشغال', en: 'Ministry of Works' },
  },
})

const queue = ({ db, clock }: Country, tellings: Telling[]) =>
  enqueue(
    db,
    { now: clock.now(), reach: reachOf(GATEWAYS), zone: 'Asia/Bahrain', callingCode: '973' },
    tellings,
  )

const states = async ({ db }: Country) =>
  Object.fromEntries(
    (
      await db.rows<{ state: string; count: number }>(sql`
      select state, count(*) as count from messages group by state`)
    ).map(({ state, count }) => [state, count]),
  )

const smtp = ({ url }: Pick<MailServer, 'url'>, silence = 2000) =>
  smtpChannel({ url, publicUrl: PUBLIC_URL }, silence)

const drain = async (carrier: { deliver(): Promise<number> }) => {
  while ((await carrier.deliver()) > 0);
}

test('a mail arrives in both forms, in the reader’s language, from the service, and says it is no person', async (t) => {
  const { country, carriers } = await aPost(t)
  const server = await aMailServer(t)
  await queue(country, [mailTo('fatima@example.com')])
  await drain(carriers(smtp(server)))
  const [mail] = server.taken
  assert.equal(mail?.to, 'fatima@example.com')
  assert.match(mail.text, /^From: =\?UTF-8\?.+<sawt@example\.gov>/m)
  assert.match(mail.text, /^Auto-Submitted: auto-generated/m)
  assert.match(mail.text, /^Message-ID: <[0-9a-f-]{36}@example\.gov>/im)
  assert.match(mail.text, /text\/plain/)
  assert.match(mail.text, /text\/html/)
  assert.deepEqual(await states(country), { sent: 1 })
})

test('a slow server gets its time, and each mail once', async (t) => {
  const { country, carriers } = await aPost(t)
  const server = await aMailServer(t, { taking: () => ({ wait: 300 }) })
  await queue(
    country,
    Array.from({ length: 12 }, (_, n) => mailTo(`r${n}@example.com`)),
  )
  await drain(carriers(smtp(server)))
  assert.equal(new Set(server.taken.map(({ messageId }) => messageId)).size, 12)
  assert.equal(server.taken.length, 12)
})

test('an address that does not exist bounces at once; the other destinations arrive', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  const server = await aMailServer(t, { refuse: (to) => (to.startsWith('nobody') ? 550 : 0) })
  await queue(country, [mailTo('nobody@example.com'), mailTo('fatima@example.com')])
  await drain(carriers(smtp(server)))
  assert.deepEqual(await states(country), { bounced: 1, sent: 1 })
  const seen = await listUndelivered(tools, country.people.operator)
  assert.deepEqual(
    seen?.dead.map(({ fault, attempts }) => [fault, attempts]),
    [['smtp 550 5.1.1', 1]],
  )
})

test('of two destinations only the one that failed stays', async (t) => {
  const { country, carriers } = await aPost(t)
  const server = await aMailServer(t, { refuse: (to) => (to.startsWith('full') ? 452 : 0) })
  await queue(country, [mailTo('full@example.com'), mailTo('fatima@example.com')])
  const carrier = carriers(smtp(server))
  await drain(carrier)
  assert.deepEqual(await states(country), { queued: 1, sent: 1 })
  country.clock.forward({ hours: 5 })
  await drain(carrier)
  assert.equal(server.taken.length, 1)
})

test('a server that says later, and one that dies in the middle, get the same mail again', async (t) => {
  const { country, carriers } = await aPost(t)
  let tries = 0
  const server = await aMailServer(t, {
    taking: ({ text }) => {
      if (!text) return tries === 0 ? 'die' : 'take'
      tries++
      return tries === 1 ? { code: 451 } : 'take'
    },
  })
  await queue(country, [mailTo('fatima@example.com')])
  const carrier = carriers(smtp(server))
  for (let minute = 0; minute < 20 && server.taken.length === 0; minute++) {
    if (minute === 2) tries = 1
    await drain(carrier)
    country.clock.forward({ minutes: 1 })
  }
  assert.equal(server.taken.length, 1)
  assert.equal(new Set(server.offered).size, 1, 'every attempt was the same mail')
  assert.deepEqual(await states(country), { sent: 1 })
})

test('a mail server that is down for an hour loses nothing and gets nothing twice', async (t) => {
  const { country, carriers } = await aPost(t)
  const first = await aMailServer(t)
  const port = Number(new URL(first.url).port)
  await first.stop()
  const carrier = carriers(smtp(first))
  for (let minute = 0; minute < 60; minute++) {
    await queue(country, [mailTo(`r${minute}@example.com`)])
    await drain(carrier)
    country.clock.forward({ minutes: 1 })
  }
  assert.deepEqual(await states(country), { queued: 60 })
  const again = await aMailServer(t, { port })
  let minutes = 0
  for (; minutes < 300 && again.taken.length < 60; minutes++) {
    await drain(carrier)
    country.clock.forward({ minutes: 1 })
  }
  assert.equal(again.taken.length, 60)
  assert.equal(new Set(again.taken.map(({ to }) => to)).size, 60)
  assert.deepEqual(await states(country), { sent: 60 })
  assert.ok(minutes <= 65, `the last came ${minutes} minutes after the server`)
})

test('however many workers carry, each mail is carried once', async (t) => {
  const { country, carriers } = await aPost(t)
  const server = await aMailServer(t, { taking: () => ({ wait: 5 }) })
  await queue(
    country,
    Array.from({ length: 60 }, (_, n) => mailTo(`r${n}@example.com`)),
  )
  await Promise.all(Array.from({ length: 4 }, () => drain(carriers(smtp(server)))))
  assert.equal(server.taken.length, 60)
  assert.equal(new Set(server.taken.map(({ to }) => to)).size, 60)
})

test('a worker killed after the server said yes sends it again under the same identity, and that is counted', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  const server = await aMailServer(t)
  await queue(country, [mailTo('fatima@example.com')])
  const now = country.clock.now()
  const [held] = await hold(country.db, {
    now,
    lease: 300,
    channels: ['mail'],
    limit: 10,
  })
  assert.ok(held)
  const killed = smtp(server)
  await killed.send({ ...held, ...compose(tools, country.directory, held) })
  killed.close?.()

  const carrier = carriers(smtp(server))
  await drain(carrier)
  assert.equal(server.taken.length, 1, 'the lease is respected')
  country.clock.forward({ hours: 6 })
  await drain(carrier)
  assert.equal(server.taken.length, 1, 'a worker whose clock runs ahead takes nothing from another')
  await country.db.run(sql`update messages set leased_until = now()`)
  await drain(carrier)
  assert.equal(server.taken.length, 2)
  assert.equal(new Set(server.taken.map(({ messageId }) => messageId)).size, 1)
  const seen = await country.db.row<{ unsure: number }>(sql`select unsure from messages`)
  assert.equal(seen?.unsure, 1)
})

test('what a worker held before the clock of the machine went back is not held for as long as it went back', async (t) => {
  const { country, carriers } = await aPost(t)
  const server = await aMailServer(t)
  await queue(country, [mailTo('fatima@example.com')])
  await hold(country.db, { now: country.clock.now(), lease: 300, channels: ['mail'], limit: 10 })
  await country.db.run(sql`update messages set leased_until = now() + interval '30 days'`)
  await drain(carriers(smtp(server)))
  assert.equal(server.taken.length, 1)
})

test('what could not be sent in three days is shown, and goes out when somebody sends it again', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  let full = true
  const server = await aMailServer(t, { refuse: () => (full ? 452 : 0) })
  await queue(country, [mailTo('fatima@example.com')])
  const carrier = carriers(smtp(server))
  for (let hour = 0; hour < 75; hour++) {
    await drain(carrier)
    country.clock.forward({ hours: 1 })
  }
  assert.deepEqual(await states(country), { failed: 1 })
  const seen = await listUndelivered(tools, country.people.admin)
  const ids = seen?.dead.map(({ id }) => id) ?? []
  assert.equal((await sendAgain(tools, country.people.liaison, ids)).ok, false)
  full = false
  assert.deepEqual(await sendAgain(tools, country.people.operator, ids), { ok: true, value: 1 })
  await drain(carrier)
  assert.equal(server.taken.length, 1)
  assert.match(server.taken[0]?.messageId ?? '', new RegExp(ids[0] ?? 'none'))
})

test('a bounce that comes back later is about the message it names, and no other', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  const server = await aMailServer(t)
  await queue(country, [mailTo('fatima@example.com'), mailTo('ali@example.com')])
  await drain(carriers(smtp(server)))
  const messageId = server.taken.find(({ to }) => to.startsWith('fatima'))?.messageId ?? ''
  assert.equal(
    await recordReport(tools, { messageId, channel: 'mail', action: 'failed', status: '5.1.1' }),
    true,
  )
  assert.deepEqual(await states(country), { bounced: 1, sent: 1 })
  assert.equal(
    await recordReport(tools, { messageId: '<other@x>', channel: 'mail', action: 'failed' }),
    false,
  )
  assert.equal(await recordReport(tools, { messageId, channel: 'mail', action: 'delayed' }), false)
})

test('a letter that a mail server sends back is the end of the mail it names; any other letter is for people', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  const server = await aMailServer(t)
  await queue(country, [mailTo('gone@example.com')])
  await drain(carriers(smtp(server)))
  const [{ messageId } = assert.fail()] = server.taken
  const back = [
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; gone@example.com',
    'Action: failed',
    'Status: 5.2.1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    '',
    '--b--',
  ].join('\r\n')
  assert.equal(await takeBounce(tools, Buffer.from('Subject: thanks\r\n\r\nwell done')), false)
  assert.deepEqual(await states(country), { sent: 1 })
  for (let times = 0; times < 2; times++) assert.equal(await takeBounce(tools, Buffer.from(back)), true)
  assert.deepEqual(await states(country), { bounced: 1 })
})

test('the same cause told again changes nothing', async (t) => {
  const { country } = await aPost(t)
  await queue(country, [mailTo('fatima@example.com', 'a'), mailTo('fatima@example.com', 'a')])
  await queue(country, [mailTo('fatima@example.com', 'a')])
  assert.deepEqual(await states(country), { queued: 1 })
})

test('a code lies in the outbox encrypted, goes out at night, and is given up when it is no longer good', async (t) => {
  const { country, carriers, tools } = await aPost(t)
  country.clock.set('2026-10-01T23:30:00+03:00')
  const now = country.clock.now()
  const contact = { kind: 'phone', value: '+97333001122' } as const
  const code = { contact, code: '402917', expiresAt: now.add({ minutes: 10 }) }
  await sendCode(tools, GATEWAYS, code, 'ar')
  const kept = await country.db.row<{ all: string }>(sql`select messages::text as all from messages`)
  assert.doesNotMatch(kept?.all ?? '', /402917/)
  const sent: string[] = []
  const phone: Channel = {
    name: 'sms',
    send: async ({ short }) => {
      sent.push(short)
      return sent.length === 1 ? { state: 'later', fault: 'busy' } : { state: 'sent' }
    },
  }
  const carrier = carriers(phone)
  await drain(carrier)
  country.clock.forward({ seconds: 20 })
  await drain(carrier)
  assert.equal(sent.length, 2)
  assert.match(sent[1] ?? '', /402917/)
  await sendCode(tools, GATEWAYS, { ...code, expiresAt: country.clock.now().add({ minutes: 1 }) }, 'ar')
  country.clock.forward({ minutes: 2 })
  await drain(carrier)
  assert.equal(sent.length, 2)
  assert.deepEqual(await states(country), { sent: 1, expired: 1 })
})

test('the log says that messages went and failed, and nothing of whom they went to or what they said', async (t) => {
  const { country, carriers, lines } = await aPost(t)
  const server = await aMailServer(t, { refuse: (to) => (to.startsWith('canary') ? 550 : 0) })
  const telling = mailTo('canary-address@example.com')
  await queue(country, [
    { ...telling, facts: { ...telling.facts, quote: 'canary-text' } },
    mailTo('fatima@example.com'),
  ])
  await drain(carriers(smtp(server)))
  const log = lines.join('')
  assert.match(log, /not delivered/)
  assert.doesNotMatch(log, /canary|fatima|26483190274|26-4831|الأشغال/)
})

test('answers of one conversation leave in the order they were said in, and hold nobody else up', async (t) => {
  const { country, tools, carriers } = await aPost(t)
  // WhatsApp cannot take the first one at once; about the service itself that says nothing.
  let refusals = 1
  const gateway = await aGateway(t, ({ body }) =>
    body.includes('said 1') && refusals-- > 0
      ? { status: 400, body: '{"error":{"code":131000}}' }
      : { status: 200, body: '{"messages":[{"id":"wamid.1"}]}' },
  )
  const thread = newId()
  const answer = (text: string, place?: number): Telling => ({
    cause: `chat:${text}`,
    kind: 'chat-answer',
    to: { channel: 'whatsapp', address: '+97333001122', language: 'ar' },
    facts: { sealed: sealFact(tools.secret, text) },
    ...(place && { inThread: { id: thread, place } }),
  })
  const post = {
    now: country.clock.now(),
    reach: reachOf({ ...GATEWAYS, whatsappUrl: 'yes' }),
    zone: 'Asia/Bahrain',
  }
  await enqueue(country.db, post, [
    answer('said 3', 6),
    answer('said 2', 4),
    answer('said 1', 2),
    answer('another'),
  ])
  const said = () =>
    gateway.asked.splice(0).map(({ body }) => (JSON.parse(body) as { text: { body: string } }).text.body)
  const url = `http://:token@${gateway.origin}/v23.0/1`
  const workers = [1, 2, 3].map(() => carriers(whatsappChannel(url)))
  await Promise.all(workers.map(drain))
  assert.deepEqual(said().toSorted(), ['another', 'said 1'])
  country.clock.set(country.clock.now().add({ minutes: 1 }))
  for (const worker of workers) await drain(worker)
  assert.deepEqual(said(), ['said 1', 'said 2', 'said 3'])
})
