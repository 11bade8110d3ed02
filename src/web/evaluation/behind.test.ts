import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freezeAgain, keepEvaluations, qualityQueue, reviewReply, rollUpKeeper } from '#insight'
import { anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

const GOOD = { points: '4', outcome: '4', nextStep: '4', tone: '4', language: '4' }

/** An October with answers on time, late, returned and rated, one praise, and a sample that was reviewed. */
async function anOctober(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { country } = app
  const { people, tools } = country
  await a.through(country, await a.answered(country), [a.resident, 'rate', { solved: 5, respect: 5 }])
  const late = await a.routed(country)
  country.clock.forward({ hours: 24 * 9 })
  await a.through(
    country,
    late,
    [a.staff(people.liaison), 'reply', a.A_REPLY],
    [a.staff(people.otherReviewer), 'return', { reason: 'ناقص' }],
    [a.staff(people.liaison), 'reply', a.A_REPLY],
    [a.staff(people.otherReviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
    [a.resident, 'rate', { solved: 1, respect: 4 }],
  )
  await heardAll(country.db, rollUpKeeper(tools))
  country.clock.set('2026-11-01T06:00:00+03:00')
  assert.equal(await keepEvaluations(tools), 1)
  for (const each of (await qualityQueue(tools, people.otherReleaser)) ?? [])
    a.granted(await reviewReply(tools, people.otherReleaser, { ...each, marks: GOOD }))
  a.granted(await freezeAgain(tools, people.analyst, { month: '2026-10', note: 'بعد المراجعة' }))
  return { app, country, late }
}

type Visitor = Awaited<ReturnType<typeof atDesk>>

/** Cards that somebody sees, as addresses. */
const cardsOf = async (visitor: Visitor) => [
  ...new Set(
    (await visitor.get('/en/evaluation')).html.match(/\/en\/evaluation\/cards\/[0-9a-f-]{36}(?=")/g),
  ),
]

/** Numbers of the measures that lead somewhere: `1 of 2`, or `2`. */
const numbersOf = (html: string) =>
  [...html.matchAll(/<a href="([^"]*cases\?what=[^"]+)">(\d+(?: of \d+)?)<\/a>/g)].map(
    ([, href = '', said = '']) => ({ href: href.replaceAll('&amp;', '&'), said }),
  )

test('every number of a card leads to the cases it counted, for whoever leads and for the rated', async (t) => {
  const { app, country } = await anOctober(t)
  const seen = new Set<string>()
  for (const role of ['operator', 'head', 'minister', 'liaison'] as const) {
    const visitor = await atDesk(app, country.people[role])
    for (const card of await cardsOf(visitor))
      for (const { href, said } of numbersOf((await visitor.get(card)).html)) {
        const { html, status } = await visitor.get(href)
        const of = Number(said.split(' of ').at(-1))
        assert.equal(status, 200, `${role} ${href}`)
        assert.match(html, new RegExp(`<strong>${said}</strong>`), `${role} ${href}`)
        assert.equal(
          html.match(/<a[^>]*href="\/en\/desk\/cases\/[0-9a-f-]{36}"/g)?.length,
          of,
          `${role} ${href}`,
        )
        seen.add(/what=([\w-]+)/.exec(href)?.[1] ?? '')
      }
  }
  const measures = [
    'first-action',
    'first-right',
    'objections',
    'on-time',
    'quality',
    'returned',
    'satisfied',
  ]
  assert.deepEqual([...seen].sort(), measures)
})

test('a side of a number lists that side alone', async (t) => {
  const { app, country, late } = await anOctober(t)
  const head = await atDesk(app, country.people.head)
  const [card = ''] = await cardsOf(head)
  const listed = async (query: string) =>
    new Set((await head.get(`${card}/cases?${query}`)).html.match(/(?<=\/en\/desk\/cases\/)[0-9a-f-]{36}/g))
  assert.deepEqual(await listed('what=on-time&only=no'), new Set([late.id]))
  assert.deepEqual(await listed('what=returned&only=yes'), new Set([late.id]))
  assert.equal((await listed('what=on-time&only=yes')).has(late.id), false)
})

test('what happens after a version was frozen changes neither its numbers nor their lists', async (t) => {
  const { app, country, late } = await anOctober(t)
  country.clock.forward({ hours: 1 })
  await a.through(
    country,
    late,
    [a.resident, 'object', { reason: 'لم يُحل شيء' }],
    [a.staff(country.people.reviewer), 'reopen', { reason: 'هو على حق' }],
  )
  const head = await atDesk(app, country.people.head)
  const [card = ''] = await cardsOf(head)
  const said = async (what: string) =>
    textOf((await head.get(`${card}/cases?what=${what}`)).html).match(/\d+ of \d+/)?.[0]
  assert.equal(await said('objections'), '0 of 2')
  assert.equal(await said('first-right'), '1 of 2')
})

test('an analyst, who reads no case, is shown numbers without lists; unknown numbers and cards have none', async (t) => {
  const { app, country } = await anOctober(t)
  const analyst = await atDesk(app, country.people.analyst)
  const [card = ''] = await cardsOf(analyst)
  assert.deepEqual(numbersOf((await analyst.get(card)).html), [])
  assert.equal((await analyst.get(`${card}/cases?what=on-time`)).status, 404)
  const head = await atDesk(app, country.people.head)
  assert.equal((await head.get(`${card}/cases?what=everything`)).status, 404)
  const other = await atDesk(app, country.people.electrician)
  assert.equal((await other.get(`${card}/cases?what=on-time`)).status, 404)
})
