import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPromised, residentView } from '#cases'
import { aCountry, type Country } from '../../test/kit/country.ts'
import * as a from '../../test/kit/situations.ts'
import { find } from './store/cases.ts'

const BARRIERS = { text: 'نضع حواجز حول الحفرة', dueOn: '2026-10-20' }
const PAVING = { text: 'نعيد تعبيد الشارع', dueOn: '2026-11-10' }
const LIGHTS = { text: 'نركب إنارة', dueOn: '2026-11-15' }

const replyWith = (country: Country, ...actions: object[]) =>
  [a.staff(country.people.liaison), 'reply', { ...a.A_REPLY, actions }] as const
const released = (country: Country, ...actions: object[]) =>
  [
    [...replyWith(country, ...actions)],
    [a.staff(country.people.reviewer), 'verify'],
    [a.staff(country.people.releaser), 'release'],
  ] as Parameters<typeof a.through>[2][]

async function aReopenedCase(country: Country) {
  return a.through(
    country,
    await a.routed(country),
    ...released(country, BARRIERS, PAVING),
    [a.resident, 'object', { reason: 'ما زالت الحفرة' }],
    [a.staff(country.people.otherReviewer), 'reopen', { reason: 'معه حق' }],
  )
}

const toldTo = async ({ tools }: Country, id: string) =>
  ((await residentView(tools, id))?.actions ?? []).map(
    ({ number, action, doneAt }) => `${number} ${action}${doneAt ? ' ✓' : ''}`,
  )

test('a second answer after an objection numbers its promises on, and the earlier ones stay owed', async (t) => {
  const country = await aCountry(t)
  const found = await aReopenedCase(country)
  await a.through(country, found, ...released(country, LIGHTS))
  assert.deepEqual(await toldTo(country, found.id), [
    `1 ${BARRIERS.text}`,
    `2 ${PAVING.text}`,
    `3 ${LIGHTS.text}`,
  ])
  const owed = await listPromised(country.tools, country.people.liaison, 'open')
  assert.deepEqual(
    owed?.map(({ number }) => number),
    [1, 2, 3],
  )
})

test('what an earlier answer promised is kept also while the next one is written', async (t) => {
  const country = await aCountry(t)
  const found = await aReopenedCase(country)
  await a.through(country, found, [a.staff(country.people.liaison), 'fulfil', { action: 1 }])
  await a.through(country, found, ...released(country, LIGHTS))
  assert.deepEqual(await toldTo(country, found.id), [
    `1 ${BARRIERS.text} ✓`,
    `2 ${PAVING.text}`,
    `3 ${LIGHTS.text}`,
  ])
})

test('a resident reads no promise of a reply that is not released, and nobody can keep one', async (t) => {
  const country = await aCountry(t)
  const found = await aReopenedCase(country)
  await a.through(country, found, replyWith(country, LIGHTS) as never)
  assert.deepEqual(await toldTo(country, found.id), [`1 ${BARRIERS.text}`, `2 ${PAVING.text}`])
  const liaison = a.staff(country.people.liaison)
  const early = await a.step(country, liaison, found, 'fulfil', { action: 3 })
  assert.ok(!early.ok && early.reason === 'invalid')
})

test('a reply that is returned and written anew replaces its own promises and leaves those told alone', async (t) => {
  const country = await aCountry(t)
  const found = await aReopenedCase(country)
  await a.through(
    country,
    found,
    replyWith(country, LIGHTS, PAVING) as never,
    [a.staff(country.people.reviewer), 'return', { reason: 'وعدتم بالتعبيد من قبل' }],
    ...released(country, LIGHTS),
  )
  assert.deepEqual(await toldTo(country, found.id), [
    `1 ${BARRIERS.text}`,
    `2 ${PAVING.text}`,
    `3 ${LIGHTS.text}`,
  ])
  assert.equal((await find(country.db, found.id))?.stage, 'answered')
})
