import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { keepProof, openProofFolder, sealCase, searchIndexer, submitCase, verifyHistory } from '#cases'
import { listen, openLog, sql } from '#platform'
import { openItem } from '#sealing'
import { aCountry, type Country } from '../../../../test/kit/country.ts'
import { heardAll } from '../../../../test/kit/heard.ts'
import { atTheOffice } from '../../../../test/kit/sealed-office.ts'
import { call } from '../../../../test/kit/sealed-reporter.ts'
import { aRoom, MOVE_KEY, type SealedRoom } from '../../../../test/kit/sealed-room.ts'
import { granted, key, staff, step } from '../../../../test/kit/situations.ts'
import { doorElsewhere, doorInside } from './doors.ts'
import { movedCode, mover } from './move.ts'

const CANARY = 'العنقاء-CANARY-7319'
const SECRET = Buffer.alloc(32, 5)
const REPORT = {
  type: 'complaint',
  text: `مدير القسم يأخذ رشوة ${CANARY}`,
  remedy: `حاسبوه ${CANARY}`,
  requester: { name: `فلان ${CANARY}`, phone: '+97333009911', email: 'canary7319@example.com' },
  place: { text: `مبنى ${CANARY}` },
} as const

const submitted = async ({ tools }: Country) => granted(await submitCase(tools, {}, REPORT, key())).state

async function moved(country: Country, room: SealedRoom, id: string, door = doorInside(room.room)) {
  const { reviewer } = country.people
  const toRoom = mover(door, SECRET, () => room.authority.publicKey)
  return sealCase(country.tools, staff(reviewer), id, ({ texts, files }) =>
    toRoom.move({
      caseId: id,
      entity: null,
      text: texts.map(({ text }) => text).join('\n'),
      files: files.map(({ name, mediaType }) => ({
        name,
        mediaType,
        size: 9,
        read: async () => Buffer.from(CANARY),
      })),
    }),
  )
}

test('a report that came to the wrong desk is sealed to the officers, and not a word of it stays', async (t) => {
  const [country, room] = [await aCountry(t), await aRoom(t)]
  const { id } = await submitted(country)
  const { reviewer } = country.people
  await step(country, staff(reviewer), { id }, 'note', { note: `أظنها رشوة ${CANARY}` })
  await step(country, staff(reviewer), { id }, 'ask', { question: `من هو؟ ${CANARY}` })
  await index(country)
  assert.ok((await found(country)).length > 3, 'it was there')
  const state = granted(await moved(country, room, id)).state
  assert.deepEqual([state.stage, state.subject, state.outcome], ['closed', '—', 'transferred'])
  await index(country)
  assert.deepEqual(await found(country), [])

  const noor = await atTheOffice(room, room.people.noor)
  const [summary] = (await noor.get('reports')).body.reports
  assert.equal(summary.kind, 'moved')
  const { items } = await noor.open(summary.id)
  const item = { v: 1, report: summary.id, ...items[0], envelopes: [items[0].envelope] }
  const opened = granted(await openItem<{ text: string }>(item, room.people.noor))
  for (const part of [REPORT.text, REPORT.remedy, 'أظنها رشوة', movedCode(SECRET, id)])
    assert.ok(opened.text.includes(part))
})

test('the record still proves that history was not rewritten, and would show words that vanish otherwise', async (t) => {
  const [country, room] = [await aCountry(t), await aRoom(t)]
  const proof = proofFolder(t)
  const [sealed, kept] = [await submitted(country), await submitted(country)]
  const tools = { ...country.tools, proof, log: openLog('silent'), publicUrl: 'http://localhost' }
  await keepProof(tools)
  granted(await moved(country, room, sealed.id))
  await keepProof(tools)
  const verify = () => verifyHistory(country.db, {})
  assert.deepEqual((await verify()).faults, [])
  await country.owner.run(sql`delete from case_words where case_id = ${kept.id}`)
  assert.deepEqual(
    (await verify()).faults.map(({ what }) => what),
    ['words-missing'],
  )
})

test('only a case whose history says that it was sealed can be erased, and only by handing it over', async (t) => {
  const [country, room] = [await aCountry(t), await aRoom(t)]
  const { id } = await submitted(country)
  await assert.rejects(country.db.run(sql`select erase_sealed_case(${id})`), /only a case that was sealed/)
  await assert.rejects(room.sealed.run(sql`select erase_sealed_case(${id})`), /permission denied/)
  const { reviewer, liaison } = country.people
  const direct = await step(country, staff(reviewer), { id }, 'seal')
  assert.deepEqual([direct.ok, !direct.ok && direct.reason], [false, 'not-your-step'])
  const nobody = mover(doorInside(room.room), SECRET, () => undefined)
  const refused = await sealCase(country.tools, staff(reviewer), id, () =>
    nobody.move({ caseId: id, entity: null, text: '', files: [] }),
  )
  assert.equal(!refused.ok && refused.reason, 'no-sealed-room')
  const stranger = await sealCase(country.tools, staff(liaison), id, async () => ({ ok: true, value: null }))
  assert.equal(stranger.ok, false)
  assert.ok((await found(country)).length > 0, 'nothing changed')
})

test('handed over to a room on another machine, and twice after a crash, it is one report', async (t) => {
  const [country, room] = [await aCountry(t), await aRoom(t)]
  const server = await listen(room.app.fetch, { host: '127.0.0.1', port: 0 })
  t.after(() => server.drain(100))
  const door = doorElsewhere(`http://127.0.0.1:${server.port}`, MOVE_KEY)
  const { id } = await submitted(country)
  const toRoom = mover(door, SECRET, () => room.authority.publicKey)
  const file = { name: 'a.txt', mediaType: 'text/plain', size: 5, read: async () => Buffer.from('hello') }
  granted(await toRoom.move({ caseId: id, entity: null, text: 'x', files: Array(7).fill(file) }))
  granted(await moved(country, room, id, door))
  const count = await room.sealed.row<{ reports: number; files: number }>(sql`
    select (select count(*)::int from sealed.reports) as reports, (select count(*)::int from sealed.files) as files`)
  assert.deepEqual(count, { reports: 1, files: 7 })
  const wrong = doorElsewhere(`http://127.0.0.1:${server.port}`, 'x'.repeat(32))
  assert.equal((await wrong.ticket()).ok, false)
  assert.equal((await call(room, 'POST', '/sealed/api/moved/uploads', {})).status, 404)
})

/** Every place in the general schema where a word of the canary stands. */
async function found({ owner }: Country): Promise<string[]> {
  const { rows } = await owner.pool.query<{ at: string; count: number }>(`
    select table_name as at, (xpath('/row/c/text()', query_to_xml(format(
      'select count(*) as c from %I t where t::text like %L or t::text like %L or t::text like %L',
      table_name, '%CANARY%', '%33009911%', '%canary7319%'), false, true, '')))[1]::text::int as count
      from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
  return rows.filter(({ count }) => count > 0).map(({ at }) => at)
}

const index = ({ db }: Country) => heardAll(db, searchIndexer)

function proofFolder(t: TestContext) {
  const dir = mkdtempSync(join(tmpdir(), 'sawt-proof-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return openProofFolder(dir)
}
