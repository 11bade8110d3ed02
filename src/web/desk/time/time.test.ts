import assert from 'node:assert/strict'
import { test } from 'node:test'
import { residentView, travelInTime } from '#cases'
import { type App, anApp } from '../../../../test/kit/app.ts'
import * as a from '../../../../test/kit/situations.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { textOf } from '../../../../test/kit/visitor.ts'

const PROMISE = { text: 'نركب إنارة في الشارع', dueOn: '2026-10-20' }

/** An answer that the resident has, with a promise in it. */
const answeredWithPromise = async ({ country }: App) =>
  a.through(
    country,
    await a.routed(country),
    [a.staff(country.people.liaison), 'reply', { ...a.A_REPLY, actions: [PROMISE] }],
    [a.staff(country.people.reviewer), 'verify'],
    [a.staff(country.people.releaser), 'release'],
  )

async function daysPass({ tools }: App, days: number) {
  const { demonstrationClock: clock } = tools
  assert.ok(clock)
  await travelInTime({ ...tools, clock }, clock.now().add({ hours: 24 * days }))
}

test('what an entity promised stands on the desk until it is done, first in time, then late', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = await answeredWithPromise(app)
  const salem = await atDesk(app, people.liaison)
  assert.match(
    textOf((await salem.get('/en/desk/promised')).html),
    /نركب إنارة في الشارع 20 October 2026 In time/,
  )
  assert.match(textOf((await salem.get('/en/desk/promised?view=late')).html), /No promises here/)
  const late = async () => (await residentView(app.tools, id))?.actions.map((each) => each.late)
  assert.deepEqual(await late(), [false])
  await daysPass(app, 21)
  assert.deepEqual(await late(), [true], 'and its resident reads that it is late')
  assert.match(
    textOf((await salem.get('/en/desk/promised?view=late')).html),
    /Past its date Ministry of Works/,
  )
  const empty = (await salem.get('/en/desk/soon')).html
  assert.match(textOf(empty), /No step that waits for you is late/, 'which is not to say that nothing is')
  assert.match(empty, /href="\/en\/desk\/promised\?view=late"/)
  const huda = await atDesk(app, people.electrician)
  assert.match(textOf((await huda.get('/en/desk/promised')).html), /No promises here/)
  await a.through(app.country, { id } as never, [a.staff(people.liaison), 'fulfil', { action: 1 }])
  assert.match(textOf((await salem.get('/en/desk/promised')).html), /No promises here/)
  assert.match(textOf((await salem.get('/en/desk/promised?view=kept')).html), /نركب إنارة في الشارع .* Done/)
})

test('a reply that was returned and promises less the second time owes only what it promises', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const twice = [PROMISE, { text: 'ونعيد تبليط الرصيف', dueOn: '2026-10-25' }]
  await a.through(
    app.country,
    await a.routed(app.country),
    [a.staff(people.liaison), 'reply', { ...a.A_REPLY, actions: twice }],
    [a.staff(people.reviewer), 'return', { reason: 'الرصيف ليس لكم' }],
    [a.staff(people.liaison), 'reply', { ...a.A_REPLY, actions: [PROMISE] }],
    [a.staff(people.reviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  const said = textOf((await (await atDesk(app, people.liaison)).get('/ar/desk/promised')).html)
  assert.match(said, /نركب إنارة/)
  assert.doesNotMatch(said, /الرصيف/)
})

test('late and soon late: the least time left first, with the working time; what is in time is not there', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const old = await a.routed(app.country)
  const salem = await atDesk(app, people.liaison)
  assert.match(textOf((await salem.get('/en/desk/soon')).html), /First action/)
  await a.through(app.country, old, [a.staff(people.liaison), 'take-up'])
  assert.match(
    textOf((await salem.get('/en/desk/soon')).html),
    /No step that waits for you is late or soon will be/,
  )
  await daysPass(app, 5)
  const fresh = await a.routed(app.country)
  const { html } = await salem.get('/en/desk/soon')
  const said = textOf(html)
  assert.match(said, /3 working days|2 working days|18 hours|working time left/)
  assert.ok(html.indexOf(old.id) > 0 && html.indexOf(fresh.id) > 0)
  await daysPass(app, 4)
  const later = (await salem.get('/en/desk/soon')).html
  // The fresh one owes its first act by ten on Thursday, the old one its reply by a quarter past two.
  assert.ok(later.indexOf(fresh.id) > 0 && later.indexOf(fresh.id) < later.indexOf(old.id))
  assert.match(textOf(later), /working day late|late/i)
})

test('a head sees what is late and soon late in all of their entity', async (t) => {
  const app = await anApp(t)
  await a.routed(app.country)
  const head = await atDesk(app, app.country.people.head)
  assert.match(textOf((await head.get('/en/desk/soon?of=reach')).html), /First action/)
  const elsewhere = await atDesk(app, app.country.people.electrician)
  assert.match(
    textOf((await elsewhere.get('/en/desk/soon?of=reach')).html),
    /no step is late or soon will be/,
  )
})

test('a colleague follows a case from its page and stops again; what is out of reach cannot be followed', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const omar = await atDesk(app, app.country.people.operator)
  const followed = await omar.step(`/en/desk/cases/${id}`, `/follow/${id}`)
  assert.match(textOf(followed.html), /You follow this case/)
  const stopped = await omar.step(`/en/desk/cases/${id}`, `/follow/${id}/end`)
  assert.match(textOf(stopped.html), /Follow this case/)
  const huda = await atDesk(app, app.country.people.electrician)
  const form = { action: `/en/desk/follow/${id}`, hidden: {} }
  assert.ok([403, 404].includes((await huda.post(form)).status))
})

test('a colleague follows a narrowed queue from its page and stops again; the whole desk cannot be followed', async (t) => {
  const app = await anApp(t)
  const omar = await atDesk(app, app.country.people.operator)
  assert.doesNotMatch((await omar.get('/en/desk?view=all')).html, /follow-queue/)
  const here = '/en/desk?view=all&entity=works'
  const followed = await omar.step(here, '/follow-queue')
  assert.equal(followed.path, here)
  assert.match(textOf(followed.html), /You follow this queue/)
  const stopped = await omar.step(here, '/follow-queue/end')
  assert.match(textOf(stopped.html), /Follow this queue/)
})
