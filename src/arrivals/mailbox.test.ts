import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import hoodiecrow from 'hoodiecrow-imap'
import { readMailbox, settle, takeRaw } from '#arrivals'
import { sql } from '#platform'
import { anApp } from '../../test/kit/app.ts'
import { granted } from '../../test/kit/situations.ts'

type Test = Parameters<typeof anApp>[0]

/** A country whose service has a mailbox on a real IMAP server. */
async function aMailbox(t: Test, letters: string[] = []) {
  const { tools, country } = await anApp(t)
  const server = hoodiecrow({ storage: { INBOX: { messages: letters.map((raw) => ({ raw })) } } })
  server.listen(0)
  if (!server.server.listening) await once(server.server, 'listening')
  t.after(() => server.server.close())
  const { port } = server.server.address() as AddressInfo
  const url = `imap://testuser:testpass@127.0.0.1:${port}/INBOX`
  const taking = { ...tools, ours: ['sawt@example.gov'] }
  return {
    ...{ tools: taking, country, server },
    read: () => readMailbox(taking, url),
    cases: () =>
      country.db.rows<{ id: string; reference: string; channel: string; subject: string; email: string }>(sql`
        select c.id, c.reference, c.channel, c.subject, q.email
          from cases c join requesters q on q.case_id = c.id order by c.id`),
    arrivals: () =>
      country.db.rows<{ id: string; state: string; because: string | null; text: string | null }>(sql`
        select id, state, because, text from arrivals order by received_at, id`),
  }
}

const letter = (name: string, { subject = 'حفرة في الشارع', text = 'في حفرة كبيرة', headers = '' } = {}) =>
  [
    'From: "=?UTF-8?B?2YHYp9i32YXYqQ==?=" <Fatima@Example.org>',
    'To: sawt@example.gov',
    `Message-ID: <${name}@example.org>`,
    `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
    ...(headers ? [headers] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
    '',
  ].join('\r\n')

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const withFiles = (name: string) =>
  [
    'From: fatima@example.org',
    `Message-ID: <${name}@example.org>`,
    'Subject: photo',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See the picture',
    '--b',
    'Content-Type: image/png; name=hole.png',
    'Content-Disposition: attachment; filename=hole.png',
    'Content-Transfer-Encoding: base64',
    '',
    PIXEL,
    '--b',
    'Content-Type: application/x-msdownload; name=tool.exe',
    'Content-Disposition: attachment; filename=tool.exe',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('MZ not a document').toString('base64'),
    '--b--',
    '',
  ].join('\r\n')

test('a letter becomes a case with its number, and the same letter read again becomes nothing more', async (t) => {
  const { read, cases, server } = await aMailbox(t, [letter('one')])
  assert.equal(await read(), 1)
  assert.equal(await read(), 0)
  server.appendMessage('INBOX', [], undefined, letter('one'))
  assert.equal(await read(), 1)
  const all = await cases()
  assert.equal(all.length, 1)
  assert.equal(all[0]?.channel, 'mail')
  assert.equal(all[0]?.subject, 'حفرة في الشارع')
  assert.equal(all[0]?.email, 'fatima@example.org')
})

test('its writer adds to the case by answering with the number; a stranger who knows the number waits', async (t) => {
  const { read, cases, arrivals, server, country } = await aMailbox(t, [letter('one')])
  await read()
  const [made] = await cases()
  const subject = `Re: طلبك ${made?.reference}`
  server.appendMessage(
    'INBOX',
    [],
    undefined,
    letter('two', { subject, text: 'كبرت الحفرة\n\n> تم استلام طلبك' }),
  )
  const stranger = letter('three', { subject }).replace('Fatima@Example.org', 'other@example.org')
  server.appendMessage('INBOX', [], undefined, stranger)
  await read()
  const added = await country.db.rows<{ text: string }>(sql`
    select words->>'text' as text from case_words where case_id = ${made?.id} and seq > 1`)
  assert.deepEqual(added, [{ text: 'كبرت الحفرة' }])
  const states = (await arrivals()).map(({ state, because }) => [state, because])
  assert.deepEqual(states, [
    ['case', null],
    ['addition', null],
    ['quarantine', 'stranger'],
  ])
})

test('a letter that is HTML alone, as Outlook writes it, loses no word', async (t) => {
  const html = '<p>في حفرة <b>كبيرة</b> قدام المدرسة</p><p>من أسبوعين</p>'
  const raw = letter('outlook', { subject: 'حفرة', text: html }).replace('text/plain', 'text/html')
  const { read, country } = await aMailbox(t, [raw])
  assert.equal(await read(), 1)
  const said = await country.db.row<{ text: string }>(sql`select words ->> 'text' as text from case_words`)
  assert.equal(said?.text, 'في حفرة كبيرة قدام المدرسة\n\nمن أسبوعين')
})

test('pictures come along as files of the case, programs are left out and named', async (t) => {
  const { read, cases, country } = await aMailbox(t, [withFiles('one')])
  await read()
  const [made] = await cases()
  const files = await country.db.rows<{ name: string }>(sql`
    select name from files where case_id = ${made?.id} and not original`)
  assert.equal(files.length, 1)
  const [kept] = await country.db.rows<{ leftOut: string[] }>(sql`select left_out as "leftOut" from arrivals`)
  assert.deepEqual(kept?.leftOut, ['tool.exe'])
})

test('absences, lists and our own echo make no case and stay to be seen', async (t) => {
  const { read, cases, arrivals } = await aMailbox(t, [
    letter('one', { headers: 'Auto-Submitted: auto-replied' }),
    letter('two', { headers: 'List-Id: <news.example.org>' }),
    letter('three', { headers: 'Precedence: bulk' }),
    letter('four').replace('Fatima@Example.org', 'SAWT@example.gov'),
  ])
  assert.equal(await read(), 4)
  assert.deepEqual(await cases(), [])
  const kept = await arrivals()
  assert.ok(kept.every(({ state, text }) => state === 'set-aside' && text !== null))
})

test('whatever bytes arrive, something is kept and nothing breaks', async (t) => {
  const { tools, arrivals } = await aMailbox(t)
  const odd = [
    '',
    '\u0000\u0001',
    'no headers at all',
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n',
    `Subject: ${'x'.repeat(5000)}\r\n\r\n`,
    'From: <>\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%',
    'From: a@b.c\r\nContent-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe',
  ]
  for (const [at, raw] of odd.entries())
    await takeRaw(tools, Buffer.from(raw, 'latin1'), `odd ${at}`, 'unreadable')
  assert.equal((await arrivals()).length, odd.length)
})

test('two readers of one mailbox take each letter once', async (t) => {
  const letters = Array.from({ length: 12 }, (_, at) => letter(`n${at}`))
  const { read, cases, tools } = await aMailbox(t, letters)
  tools.ours = []
  await Promise.all([read(), read(), read()])
  assert.equal((await cases()).length, 12)
})

test('an agent makes a case of what waited, with its files, and nobody decides twice', async (t) => {
  const { read, arrivals, cases, country, tools, server } = await aMailbox(t, [letter('one')])
  await read()
  const [made] = await cases()
  const stranger = withFiles('two')
    .replace('fatima@', 'other@')
    .replace('Subject: photo', `Subject: ${made?.reference}`)
  server.appendMessage('INBOX', [], undefined, stranger)
  await read()
  const { agent, reviewer } = country.people
  const waiting = (await arrivals()).find(({ state }) => state === 'quarantine')
  const id = waiting?.id ?? ''
  assert.equal(waiting?.because, 'stranger')
  assert.ok(!(await settle(tools, reviewer, id, { does: 'submit' })).ok)
  const { caseId } = granted(await settle(tools, agent, id, { does: 'submit' }))
  assert.ok(!(await settle(tools, agent, id, { does: 'dismiss' })).ok)
  assert.equal((await cases()).length, 2)
  const files = await country.db.rows(sql`select id from files where case_id = ${caseId} and not original`)
  assert.equal(files.length, 1)
  assert.equal((await arrivals()).find((each) => each.id === id)?.text, null)
})
