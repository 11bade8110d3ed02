import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { rosterNow } from '#integrity'
import { newKeyPair } from '#sealing'
import { atTheOffice } from '../../../test/kit/sealed-office.ts'
import { aReporter } from '../../../test/kit/sealed-reporter.ts'
import { aPerson, aRoom, type Person, type SealedRoom } from '../../../test/kit/sealed-room.ts'
import { insertOfficer, setOfficerKey } from '../../integrity/store/officers.ts'
import { integrity } from './index.ts'

const AGE = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const noServer = () => Promise.reject(new Error('An offline command must not ask for a server'))

/** Somebody at a command line in an empty folder. */
function atAPrompt(t: TestContext, room?: SealedRoom) {
  const dir = mkdtempSync(join(tmpdir(), 'sawt-ceremony-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  process.env.SAWT_PASSPHRASE = 'six words that nobody would guess'
  t.after(() => delete process.env.SAWT_PASSPHRASE)
  const said: string[] = []
  const say = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) }
  const server = room && { room: room.room, dir: room.dir, bodies: async () => room.roster.bodies, ...say }
  const type = (...words: string[]) => integrity(words, server ? (run) => run(server) : noServer, say)
  return { type, said, at: (name: string) => join(dir, name) }
}

async function ceremony({ type, at }: ReturnType<typeof atAPrompt>) {
  assert.equal(await type('authority', '--out', at('authority')), 0)
  assert.equal(await type('escrow', '--out', at('escrow'), '--made', '2026-10-01', '--trustee', 'القاضي'), 0)
}

const shares = (at: (name: string) => string, ...numbers: number[]) =>
  numbers.flatMap((number) => ['--share', at(`escrow/share-${number}.txt`)])

test('the Authority’s key and the escrow are made without any server, and never twice over', async (t) => {
  const prompt = atAPrompt(t)
  await ceremony(prompt)
  const { type, at, said } = prompt
  const before = readFileSync(at('authority'), 'utf8')
  assert.equal(await type('authority', '--out', at('authority')), 2)
  assert.equal(readFileSync(at('authority'), 'utf8'), before)
  said.length = 0
  await type('fingerprint', '--key', at('authority.pub'))
  assert.match(said[0] ?? '', /^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
  assert.ok(readFileSync(at('escrow/share-1.txt'), 'utf8').includes('القاضي'))
})

test('the drill is passed by any three sheets, and by no two, no mistyped and no strange one', async (t) => {
  const prompt = atAPrompt(t)
  await ceremony(prompt)
  const { type, at } = prompt
  const drill = (...sheets: string[]) => type('drill', '--escrow', at('escrow/escrow.json'), ...sheets)
  for (const three of [
    [1, 2, 3],
    [5, 3, 1],
    [2, 4, 5],
  ])
    assert.equal(await drill(...shares(at, ...three)), 0)
  assert.equal(await drill(...shares(at, 1, 2)), 1)
  assert.equal(await drill(...shares(at, 1, 1, 2)), 1)
  const sheet = readFileSync(at('escrow/share-3.txt'), 'utf8')
  writeFileSync(
    at('mistyped.txt'),
    sheet.replace(/SHARE (.)/, (_, digit) => `SHARE ${digit === '0' ? '1' : '0'}`),
  )
  assert.equal(await drill(...shares(at, 1, 2), '--share', at('mistyped.txt')), 1)
  await type('escrow', '--out', at('other'), '--made', '2026-10-01')
  assert.equal(await drill(...shares(at, 1, 2), '--share', at('other/share-3.txt')), 1)
})

test('a roster goes from the server’s draft to the Authority’s machine and back, and only so', async (t) => {
  const room = await aRoom(t)
  const { type, at, said } = atAPrompt(t, room)
  await ceremony({ type, at, said })
  const newcomer = await addOfficer(room)
  assert.equal(await type('draft', '--out', at('draft.json')), 0)
  const sign = (draft: string, out: string) =>
    type(
      'sign',
      '--draft',
      at(draft),
      '--key',
      at('authority'),
      '--escrow',
      at('escrow/escrow.json'),
      '--age',
      AGE,
      '--out',
      at(out),
    )
  assert.equal(await sign('draft.json', 'signed.json'), 0)
  // This room's Authority is another: the test kit's.
  writeFileSync(
    join(room.dir, 'authority.pub'),
    `${Buffer.from(room.authority.publicKey).toString('base64url')}\n`,
  )
  assert.equal(await type('publish', '--file', at('signed.json')), 1)
  assert.equal(await type('publish', '--file', at('signed.json'), '--authority', at('authority.pub')), 1)
  assert.equal((await rosterNow(room.room))?.serial, 1)
  writeFileSync(at('lacking.json'), readFileSync(at('draft.json'), 'utf8').replace(newcomer.key, ''))
  assert.equal(await sign('lacking.json', 'never.json'), 1)
})

test('an officer who lost everything is recovered by three trustees, and nobody else learns anything', async (t) => {
  const room = await aRoom(t)
  const { type, at, said } = atAPrompt(t, room)
  // The kit's own escrow, on sheets.
  const { shareText } = await import('./shares.ts')
  const escrow = { kind: 'sawt-sealed/escrow', made: '2026-10-01', ...room.escrow } as const
  writeFileSync(at('escrow.json'), JSON.stringify(escrow))
  room.escrow.shares.forEach((share, n) => {
    writeFileSync(at(`share-${n + 1}.txt`), shareText(share, n + 1, 5, escrow))
  })
  writeFileSync(at('authority.pub'), Buffer.from(room.authority.publicKey).toString('base64url'))

  const reporter = await aReporter(room)
  await reporter.submit()
  await reporter.say('أضيف', (await reporter.visit()).body.visit.holders)
  const noor = await atTheOffice(room, room.people.noor)
  await noor.step(reporter.id, 'acknowledge', { item: await noor.message(reporter.id, 'وصل', reporter) })

  const lost = room.people.sami
  const { privateKey, publicKey } = newKeyPair()
  const renewed: Person = { ...lost, privateKey, key: publicKey }
  await setOfficerKey(
    room.room.db,
    lost.id,
    Buffer.from(publicKey, 'base64url'),
    Temporal.PlainDate.from('2026-10-02'),
  )
  const officers = room.roster.officers.map((one) => (one.id === lost.id ? { ...one, key: publicKey } : one))
  const recover = (out: string) =>
    type(
      'recover',
      'open',
      '--file',
      at('lost.json'),
      '--escrow',
      at('escrow.json'),
      '--authority',
      at('authority.pub'),
      ...[2, 3, 5].flatMap((n) => ['--share', at(`share-${n}.txt`)]),
      '--out',
      at(out),
    )
  assert.equal(await type('recover', 'export', '--officer', lost.id, '--out', at('lost.json')), 0)
  assert.equal(await recover('early.json'), 1, 'before the roster names the new key')
  await room.publish({ ...room.roster, serial: 2, previous: room.hash, officers })
  rmSync(at('lost.json'))
  await type('recover', 'export', '--officer', lost.id, '--out', at('lost.json'))
  assert.equal(await recover('recovered.json'), 0, said.join('\n'))
  assert.equal(await type('recover', 'import', '--file', at('recovered.json')), 0)

  const back = await atTheOffice({ ...room, roster: { ...room.roster, officers } }, renewed)
  const { items } = await back.open(reporter.id)
  assert.equal(items.length, 3)
  for (const one of items) {
    assert.deepEqual([one.envelope.by, one.envelopePurpose], ['escrow', 'handover'])
    const { openEnvelope } = await import('#sealing')
    const binding = { report: reporter.id, item: one.item, purpose: 'handover' } as const
    const opened = await openEnvelope(one.envelope, binding, renewed, {
      id: 'escrow',
      key: room.escrow.publicKey,
    })
    assert.ok(opened.ok)
  }
  const hala = room.people.hala.id
  const elsewhere = JSON.parse(readFileSync(at('recovered.json'), 'utf8'))
  writeFileSync(at('stolen.json'), JSON.stringify({ ...elsewhere, officer: hala }))
  assert.equal(await type('recover', 'import', '--file', at('stolen.json')), 1)
})

test('a link for somebody new, for a second device and for a new key; and somebody leaves', async (t) => {
  const room = await aRoom(t)
  const { type, said } = atAPrompt(t, room)
  assert.equal(await type('invite', '--name-ar', 'ليلى', '--name-en', 'Layla', '--office', 'audit'), 0)
  assert.match(said.at(-1) ?? '', /^http:\/\/localhost\/sealed\/ar\/office#enrol\/[\w-]{43}$/)
  assert.equal(await type('invite', '--name-ar', 'ليلى', '--name-en', 'Layla', '--office', 'minister'), 1)
  assert.equal(await type('invite', '--officer', room.people.noor.id, '--lost'), 0)
  const noor = await atTheOffice(room, room.people.noor)
  assert.equal(await type('leave', '--officer', room.people.noor.id), 0)
  assert.equal((await noor.get('me')).status, 401)
  assert.equal((await noor.signIn()).status, 401)
  assert.equal(await type('leave', '--officer', room.people.noor.id), 1)
  assert.equal(await type('nothing'), 2)
  assert.equal(await type('leave'), 2)
})

async function addOfficer(room: SealedRoom): Promise<Person> {
  const newcomer = aPerson('Newcomer', 'integrity')
  const { id, key, office, nameEn } = newcomer
  await insertOfficer(room.room.db, {
    ...{ id, office, nameAr: nameEn, nameEn },
    body: null,
    conflicts: [],
    key: null,
  })
  await setOfficerKey(room.room.db, id, Buffer.from(key, 'base64url'), Temporal.PlainDate.from('2026-10-01'))
  return newcomer
}
