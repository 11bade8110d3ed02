import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { chooseForContact, countNotices, courier, listNotices } from '#messages'
import { openLog, sql } from '#platform'
import { reader } from '#words'
import { aCountry, type Country } from '../../test/kit/country.ts'
import { heardAll } from '../../test/kit/heard.ts'
import {
  A_REPLY,
  aPothole,
  granted,
  resident,
  routed,
  staff,
  submitted,
  through,
} from '../../test/kit/situations.ts'
import { letTimeAct, makeEntityLink, notifier, sendDigests, sendEntityLink } from './index.ts'

const BOTH = { ...aPothole, requester: { ...aPothole.requester, email: 'fatima@example.com' } }

async function aHeardCountry(t: TestContext) {
  const country = await aCountry(t)
  const tools = {
    ...country.tools,
    log: openLog('silent'),
    gateways: { demonstration: true },
    secret: Buffer.alloc(32, 7),
  }
  return { country, tools, hear: () => heardAll(country.db, notifier(tools)) }
}

interface Row {
  kind: string
  channel: string
  state: string
}

/** What is said to residents: kind and channel, in the order of being due. */
const toResidents = async ({ db }: Country) =>
  (
    await db.rows<Row>(sql`
      select kind, channel, state from messages where staff_id is null order by since, created_at, kind = 'submitted' desc, kind, channel`)
  ).map(({ kind, channel, state }) => `${kind} ${channel}${state === 'queued' ? '' : ` ${state}`}`)

/** The texts of what is due, as a channel gets them. */
async function listWaiting(country: Country, tools: Awaited<ReturnType<typeof aHeardCountry>>['tools']) {
  const texts: string[] = []
  const channel = {
    name: 'mail',
    send: async ({ text }: { text: string }) => {
      texts.push(text)
      return { state: 'sent' } as const
    },
  } as const
  await courier({ ...tools, publicUrl: 'https://sawt.example.gov', db: country.db }, [channel]).deliver()
  return texts
}

const notices = async ({ db, clock }: Country, officer: Country['people']['head']) =>
  (await listNotices({ db, clock }, officer, reader('en', 'Asia/Bahrain'))).notices

test('a resident with a telephone hears of every step that concerns them, by text message', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  const found = await routed(country)
  await through(
    country,
    found,
    [staff(people.liaison), 'reply', A_REPLY],
    [staff(people.reviewer), 'verify'],
    [staff(people.releaser), 'release'],
    [resident, 'object', { reason: 'ما زالت الحفرة' }],
    [staff(people.otherReviewer), 'reopen', { reason: 'معه حق' }],
  )
  await hear()
  assert.deepEqual(await toResidents(country), [
    'submitted sms',
    'answered sms',
    'objection-received sms',
    'reopened sms',
    'routed sms',
  ])
})

test('with telephone and mail, mail tells everything and the telephone only what is needed', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  await routed(country, BOTH)
  await hear()
  assert.deepEqual(await toResidents(country), ['submitted mail', 'routed mail'])
})

test('whoever wants only what is needed gets only that, and nothing after asking for nothing', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people, db, clock } = country
  await chooseForContact({ db, clock }, '+97333001122', { level: 'needed', whatsapp: false })
  const found = await routed(country)
  await through(country, found, [staff(people.liaison), 'ask', { question: 'أي شارع؟' }])
  await hear()
  assert.deepEqual(await toResidents(country), ['question sms', 'question-reminder sms'])
  await chooseForContact({ db, clock }, '+97333001122', { level: 'none', whatsapp: false })
  await through(
    country,
    found,
    [resident, 'add', { text: 'شارع المدارس' }],
    [staff(people.liaison), 'ask', { question: 'أين؟' }],
  )
  await hear()
  assert.deepEqual(await toResidents(country), ['question sms', 'question-reminder sms cancelled'])
})

test('a question is repeated halfway, unless it was answered', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const found = await routed(country, BOTH)
  const asked = await through(country, found, [
    staff(country.people.liaison),
    'ask',
    { question: 'أي شارع؟' },
  ])
  await hear()
  const reminder = await country.db.row<{ ready: Temporal.Instant }>(sql`
    select ready_at as ready from messages where kind = 'question-reminder' and channel = 'mail'`)
  const half = (asked.clockDue?.since(country.clock.now()).total('seconds') ?? 0) / 2
  assert.ok(Math.abs((reminder?.ready.since(country.clock.now()).total('seconds') ?? 0) - half) <= 1)
  await through(country, found, [resident, 'add', { text: 'شارع المدارس' }])
  await hear()
  const left = (await toResidents(country)).filter((line) => line.startsWith('question-reminder'))
  assert.deepEqual(left, ['question-reminder mail cancelled', 'question-reminder sms cancelled'])
})

test('a liaison officer finds the case on their desk, its handler too, and nobody hears of their own deed', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  const found = await routed(country)
  await hear()
  assert.deepEqual(
    (await notices(country, people.liaison)).map(({ title }) => title.split(':')[0]),
    ['A new case for you'],
  )
  assert.equal(await countNotices(country, people.electrician), 0)
  await through(country, found, [staff(people.liaison), 'assign', { unit: 'works-roads' }])
  await hear()
  assert.equal((await notices(country, people.handler)).length, 1)
  assert.equal(await countNotices(country, people.liaison), 1)
})

test('a returned reply goes to whoever wrote it, with the reasons, at once by mail', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  await through(
    country,
    await routed(country),
    [staff(people.liaison), 'reply', A_REPLY],
    [staff(people.reviewer), 'return', { reason: 'أجيبوا عن الإنارة أيضًا' }],
  )
  await hear()
  const mail = await country.db.row<{ quote: string; who: string }>(sql`
    select facts ->> 'quote' as quote, staff_id as who from messages where kind = 'returned'`)
  assert.equal(mail?.quote, 'أجيبوا عن الإنارة أيضًا')
  assert.equal(mail?.who, people.liaison.id)
})

test('the ladder is heard by those whom each rung names, and each hears it once', async (t) => {
  const { country, tools, hear } = await aHeardCountry(t)
  const { people, clock } = country
  const found = await routed(country)
  await through(country, found, [staff(people.liaison), 'take-up', {}])
  for (let day = 0; day < 30; day++) {
    clock.forward({ hours: 24 })
    while ((await letTimeAct(tools)) > 0);
    await hear()
  }
  const heard = async (officer: Country['people']['head']) =>
    (await notices(country, officer)).map(({ title }) => title.replace(/[:\s]*\S*26-\S+/, ''))
  assert.deepEqual(await heard(people.head), ['Case is late'])
  assert.deepEqual(await heard(people.minister), ['A late case in your sector'])
  assert.deepEqual(await heard(people.operator), ['Late in spite of escalation: case'])
  assert.equal((await heard(people.liaison)).filter((title) => /is near/.test(title)).length, 1)
})

test('a warning that comes after the date tells nobody what the date itself tells them', async (t) => {
  const { country, tools, hear } = await aHeardCountry(t)
  const { people, clock, db } = country
  const { id } = await submitted(country)
  const heard = async (officer: Country['people']['head']) =>
    (await notices(country, officer))
      .filter(({ caseId }) => caseId === id)
      .map(({ text }) => text.replace(/[\u2066-\u2069]/g, ''))
  await hear()
  clock.forward({ days: 30 })
  while ((await letTimeAct(tools)) > 0);
  await hear()
  const climbed = await db.rows<{ rung: string }>(sql`
    select facts ->> 'rung' as rung from case_events where case_id = ${id} and step = 'escalate' order by seq`)
  assert.deepEqual(
    climbed.map(({ rung }) => rung),
    ['routing/warning', 'routing/operations'],
  )
  for (const officer of [people.reviewer, people.operator]) {
    const [once = '', ...again] = await heard(officer)
    assert.match(once, /waits for the routing from the central office; it was due by Sunday 4 October/)
    assert.deepEqual(again, [])
  }
})

test('a warning in time is heard, and so is the date when it passes', async (t) => {
  const { country, tools, hear } = await aHeardCountry(t)
  const { id } = await submitted(country)
  for (let hour = 0; hour < 24 * 6; hour++) {
    country.clock.forward({ hours: 1 })
    while ((await letTimeAct(tools)) > 0);
  }
  await hear()
  const kinds = await country.db.rows<{ kind: string }>(sql`
    select kind from notices where case_id = ${id} and staff_id = ${country.people.reviewer.id} order by at, kind desc`)
  assert.deepEqual(kinds.map(({ kind }) => kind).sort(), ['late-step', 'warning'])
})

test('promised actions are remembered: the entity the working day before, both when the day has passed, neither once done', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  const actions = [
    { text: 'طلاء', dueOn: '2026-10-20' },
    { text: 'إنارة', dueOn: '2026-10-25' },
  ]
  const found = await through(
    country,
    await routed(country),
    [staff(people.liaison), 'reply', { ...A_REPLY, actions }],
    [staff(people.reviewer), 'verify'],
    [staff(people.releaser), 'release'],
    [staff(people.liaison), 'fulfil', { action: 1 }],
  )
  await hear()
  const late = (await toResidents(country)).filter((line) => line.startsWith('action'))
  assert.deepEqual(late, ['action-done sms', 'action-late sms cancelled', 'action-late sms'])
  country.clock.set('2026-10-30T12:00:00+03:00')
  const titles = (await notices(country, people.liaison)).map(({ title }) => title)
  assert.equal(titles.filter((title) => /due soon|overdue/.test(title)).length, 2, found.reference)
})

test('reminders keep to the working days of the entity: none on its weekend, none on its holiday', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  // Sunday 18 October; then a Thursday, before which nothing is closed but after which comes the weekend.
  const actions = [
    { text: 'طلاء', dueOn: '2026-10-18' },
    { text: 'إنارة', dueOn: '2026-10-22' },
  ]
  await through(
    country,
    await routed(country),
    [staff(people.liaison), 'reply', { ...A_REPLY, actions }],
    [staff(people.reviewer), 'verify'],
    [staff(people.releaser), 'release'],
  )
  await hear()
  const at = await country.db.rows<{ kind: string; about: string; at: Temporal.Instant }>(
    sql`select kind, about, at from notices where kind like 'action-%' order by at, kind`,
  )
  assert.deepEqual(
    at.map((one) => `${one.kind} ${one.about} ${one.at.toZonedDateTimeISO('Asia/Bahrain').toPlainDate()}`),
    [
      'action-due action:1; 2026-10-15',
      'action-overdue action:1; 2026-10-19',
      'action-due action:2; 2026-10-21',
      'action-overdue action:2; 2026-10-25',
    ],
  )
  const late = await country.db.rows<{ since: Temporal.Instant }>(
    sql`select since from messages where kind = 'action-late' order by since`,
  )
  assert.deepEqual(
    late.map(({ since }) => since.toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()),
    ['2026-10-19', '2026-10-25'],
  )
})

test('whoever was joined with another case hears of its promises too, under their own number', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  const [leading, joined] = [await submitted(country), await submitted(country)]
  await through(country, joined, [staff(people.reviewer), 'merge', { into: leading.id }])
  const actions = [
    { text: 'طلاء', dueOn: '2026-10-20' },
    { text: 'إنارة', dueOn: '2026-10-26' },
  ]
  await through(
    country,
    leading,
    [staff(people.reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [staff(people.liaison), 'reply', { ...A_REPLY, actions }],
    [staff(people.reviewer), 'verify'],
    [staff(people.releaser), 'release'],
  )
  await hear()
  await through(country, leading, [staff(people.liaison), 'fulfil', { action: 1 }])
  await hear()
  const said = (
    await country.db.rows<{ kind: string; state: string; reference: string }>(sql`
      select kind, state, facts ->> 'reference' as reference from messages
       where case_id = ${joined.id} and kind like 'action-%' order by kind, since`)
  ).map(({ kind, state, reference }) => `${kind} ${state} ${reference === joined.reference}`)
  assert.deepEqual(said, ['action-done queued true', 'action-late cancelled true', 'action-late queued true'])
  await country.db.run(sql`update feed_cursors set tx = '0', seq = 0 where consumer = 'messages'`)
  await hear()
  const count = await country.db.row<{ count: number }>(
    sql`select count(*) as count from messages where case_id = ${joined.id} and kind like 'action-%'`,
  )
  assert.equal(count?.count, 3, 'read from the beginning, nothing is said twice')
})

test('the parts of a split case speak with one voice, and merged residents each keep their own', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  const whole = await submitted(country)
  await through(country, whole, [
    staff(people.reviewer),
    'split',
    {
      parts: [
        { entity: 'works', text: 'الحفرة' },
        { entity: 'electricity', text: 'الإنارة' },
      ],
    },
  ])
  await hear()
  assert.deepEqual(await toResidents(country), ['submitted sms', 'split sms'])
  const [first, second] = [await submitted(country), await submitted(country)]
  await through(country, second, [staff(people.reviewer), 'merge', { into: first.id }])
  await through(
    country,
    first,
    [staff(people.reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [staff(people.liaison), 'reply', A_REPLY],
    [staff(people.reviewer), 'verify'],
    [staff(people.releaser), 'release'],
  )
  await hear()
  const told = await country.db.rows<{ kind: string }>(sql`
    select kind from messages where case_id = ${second.id} order by kind`)
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['answered', 'merged', 'submitted'],
  )
})

test('reading the feed again from its beginning says nothing twice', async (t) => {
  const { country, hear } = await aHeardCountry(t)
  const { people } = country
  await through(
    country,
    await routed(country, BOTH),
    [staff(people.liaison), 'reply', A_REPLY],
    [staff(people.reviewer), 'return', { reason: 'أكملوا' }],
  )
  await hear()
  const count = async () =>
    country.db.row(
      sql`select (select count(*) from messages) as messages, (select count(*) from notices) as notices`,
    )
  const before = await count()
  await country.owner.run(
    sql`update feed_cursors set tx = '0', seq = 0, case_id = '00000000-0000-0000-0000-000000000000' where consumer = 'messages'`,
  )
  assert.ok((await hear()) > 0)
  assert.deepEqual(await count(), before)
})

test('where nothing can be sent nothing is queued, and the desk still knows', async (t) => {
  const { country, tools } = await aHeardCountry(t)
  await routed(country, BOTH)
  await heardAll(country.db, notifier({ ...tools, gateways: { demonstration: false } }))
  assert.deepEqual(await toResidents(country), [])
  assert.equal(await countNotices(country, country.people.liaison), 1)
})

test('a one-time link goes to the contact of its entity, encrypted until it leaves, and only the latest one', async (t) => {
  const { country, tools } = await aHeardCountry(t)
  const { reviewer } = country.people
  const found = await through(country, await submitted(country), [
    staff(reviewer),
    'route',
    { entity: 'housing', category: 'housing-requests' },
  ])
  const send = async () => {
    const made = granted(await makeEntityLink(country.tools, reviewer, found.id))
    assert.equal(await sendEntityLink(tools, found.id, made), 'desk@housing.example')
    return made.token
  }
  await send()
  const token = await send()
  const kept = await country.db.rows<{ state: string; whole: string }>(sql`
    select state, messages::text as whole from messages where kind = 'entity-link' order by id`)
  assert.deepEqual(
    kept.map(({ state }) => state),
    ['cancelled', 'queued'],
  )
  assert.ok(kept.every(({ whole }) => !whole.includes(token)))
  const [kept2] = await listWaiting(country, tools)
  assert.ok(kept2?.includes(`/ar/answer/${token}`))
})

test('the digest comes once a day, at its hour, to those for whom something waits', async (t) => {
  const { country, tools, hear } = await aHeardCountry(t)
  await submitted(country)
  await routed(country)
  await hear()
  assert.equal(await sendDigests(tools), 0, 'it is ten o’clock')
  country.clock.set('2026-10-04T07:05:00+03:00')
  assert.ok((await sendDigests(tools)) > 0)
  await sendDigests(tools)
  const digests = await country.db.rows<{ who: string; turn: number }>(sql`
    select staff_id as who, (facts -> 'waiting' ->> 'turn')::int as turn from messages where kind = 'digest'`)
  const whose = digests.map(({ who }) => who)
  assert.equal(new Set(whose).size, whose.length)
  assert.ok(whose.includes(country.people.reviewer.id))
  assert.ok(whose.includes(country.people.liaison.id))
  assert.ok(!whose.includes(country.people.analyst.id))
})
