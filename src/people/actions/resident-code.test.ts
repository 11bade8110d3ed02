import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stoppedClock } from '#kernel'
import { sql } from '#platform'
import { freshDatabase } from '../../../test/kit/database.ts'
import { signInLimits } from '../model/limits.ts'
import { confirmCode } from './confirm-code.ts'
import { findSession } from './find-session.ts'
import { requestCode } from './request-code.ts'
import { saveResident } from './save-resident.ts'
import { sweepSignIns } from './sweep-sign-ins.ts'

type Kit = Parameters<typeof freshDatabase>[0]
const PHONE = '٣٦٠٠ ١٢٣٤'

async function aDoor(t: Kit) {
  const { db } = await freshDatabase(t)
  const clock = stoppedClock('2026-10-01T07:00:00Z')
  const tools = { db, clock, secret: Buffer.alloc(32, 5), limits: signInLimits() }
  const ask = (contact = PHONE) => requestCode(tools, { contact, country: '973', address: '::1' })
  const answer = (code: string, contact = PHONE) =>
    confirmCode(tools, { contact, country: '973', code, language: 'ar', address: '::1' })
  const sent = async (contact?: string) => {
    const asked = await ask(contact)
    assert.ok(asked.ok, JSON.stringify(asked))
    return asked.value
  }
  return { db, clock, tools, ask, answer, sent }
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
const wrong = { ok: false, reason: 'code-wrong' }

test('a code that was sent signs in, and makes the resident known', async (t) => {
  const { db, clock, answer, sent } = await aDoor(t)
  const { code, contact } = await sent()
  assert.deepEqual(contact, { kind: 'phone', value: '+97336001234' })
  const entered = await answer(code)
  assert.ok(entered.ok)
  const visitor = await findSession(db, entered.value.token, clock.now())
  assert.deepEqual(visitor?.kind === 'resident' && visitor.resident, entered.value.resident)
  clock.forward({ hours: 24 * 29 })
  assert.ok(await findSession(db, entered.value.token, clock.now()))
  clock.forward({ hours: 24 })
  assert.equal(await findSession(db, entered.value.token, clock.now()), undefined)
})

test('whoever comes back is the same resident, and keeps their name', async (t) => {
  const { db, clock, answer, sent } = await aDoor(t)
  const first = await answer((await sent()).code)
  assert.ok(first.ok)
  assert.ok((await saveResident(db, first.value.resident.id, { name: ' فاطمة  علي ', language: 'en' })).ok)
  clock.forward({ minutes: 2 })
  const again = await answer((await sent('+97336001234')).code, '0097336001234')
  assert.ok(again.ok)
  assert.deepEqual(again.value.resident, { ...first.value.resident, name: 'فاطمة علي', language: 'en' })
})

test('a code may be typed in Arabic digits, with spaces', async (t) => {
  const { answer, sent } = await aDoor(t)
  const { code } = await sent('fatima@example.com')
  const arabic = code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  assert.ok((await answer(` ${arabic.slice(0, 3)} ${arabic.slice(3)}`, 'Fatima@example.com')).ok)
})

test('a code works once', async (t) => {
  const { answer, sent } = await aDoor(t)
  const { code } = await sent()
  const both = await Promise.all([answer(code), answer(code)])
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true])
  assert.deepEqual(await answer(code), wrong)
})

test('a code is good for ten minutes', async (t) => {
  const { clock, answer, sent } = await aDoor(t)
  const { code, expiresAt } = await sent()
  clock.forward({ minutes: 10 })
  assert.equal(expiresAt.toString(), clock.now().toString())
  assert.deepEqual(await answer(code), wrong)
})

test('after five wrong tries the right code is wrong too, until a new one is sent', async (t) => {
  const { clock, answer, sent } = await aDoor(t)
  const { code } = await sent()
  const guesses = await Promise.all(Array.from({ length: 5 }, () => answer(other(code))))
  assert.ok(guesses.every(({ ok }) => !ok))
  assert.deepEqual(await answer(code), wrong)
  clock.forward({ minutes: 1 })
  assert.ok((await answer((await sent()).code)).ok)
})

test('a new code comes at most once a minute, and replaces the old one', async (t) => {
  const { clock, ask, answer, sent } = await aDoor(t)
  const first = await sent()
  clock.forward({ seconds: 59 })
  assert.deepEqual(await ask(), { ok: false, reason: 'code-too-soon' })
  clock.forward({ seconds: 1 })
  const second = await sent()
  if (first.code !== second.code) assert.deepEqual(await answer(first.code), wrong)
  assert.ok((await answer(second.code)).ok)
})

test('what is over is swept away, and what still counts stays', async (t) => {
  const { clock, tools, db, answer, sent } = await aDoor(t)
  const entered = await answer((await sent()).code)
  await sent('fatima@example.com')
  assert.equal(await sweepSignIns(tools), 0)
  clock.forward({ minutes: 10 })
  assert.equal(await sweepSignIns(tools), 1)
  assert.ok(entered.ok && (await findSession(db, entered.value.token, clock.now())))
  clock.forward({ hours: 24 * 30 })
  assert.equal(await sweepSignIns(tools), 1)
})

test('nobody is flooded with codes', async (t) => {
  const { clock, ask } = await aDoor(t)
  const reasons: unknown[] = []
  for (let n = 0; n < 7; n++, clock.forward({ minutes: 1 })) {
    const asked = await ask()
    reasons.push(asked.ok ? 'sent' : asked.reason)
  }
  assert.deepEqual(reasons, ['sent', 'sent', 'sent', 'sent', 'sent', 'too-many-tries', 'too-many-tries'])
})

test('one’s code is nothing at somebody else’s contact', async (t) => {
  const { answer, sent } = await aDoor(t)
  const mine = await sent()
  const theirs = await sent('fatima@example.com')
  if (mine.code !== theirs.code) assert.deepEqual(await answer(mine.code, 'fatima@example.com'), wrong)
})

test('asking tells nothing about who is known; nonsense is refused', async (t) => {
  const { db, ask, answer } = await aDoor(t)
  for (const contact of ['', 'x', '\u0000', 'a@b', '1'.repeat(10_000)]) {
    assert.deepEqual(await ask(contact), { ok: false, reason: 'contact-malformed' })
    assert.deepEqual(await answer('123456', contact), wrong)
  }
  assert.deepEqual(await answer('not a code'), wrong)
  assert.equal((await db.row<{ n: number }>(sql`select count(*) as n from residents`))?.n, 0)
})
