import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCase } from '#cases'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'

const ANSWER = {
  text: 'سُجّل طلبكم في قائمة مدينة سلمان، ودوركم بعد ستة أشهر من اليوم.',
  outcome: 'explained',
  'points.0.point': 'متى يأتي دورنا؟',
  'points.0.answer': 'بعد ستة أشهر',
  signedBy: 'هدى سالم، مديرة الطلبات',
}

const housing = (app: App) =>
  a
    .submitted(app.country, { ...a.aPothole, text: 'متى يأتي دورنا في البيت؟ ننتظر من عشر سنوات.' })
    .then((found) =>
      a.through(app.country, found, [a.staff(app.country.people.reviewer), 'route', { entity: 'housing' }]),
    )

/** The link as it stands once on the reviewer's page. */
async function linkFor(app: App, id: string): Promise<string> {
  const rana = await atDesk(app, app.country.people.reviewer)
  const made = await rana.step(`/ar/desk/cases/${id}`, '/entity-link')
  const [, path = ''] = /http:\/\/localhost(\/ar\/answer\/[\w-]{43})/.exec(made.html) ?? []
  assert.ok(path, textOf(made.html))
  return path
}

const stageOf = async ({ country }: App, id: string) =>
  a.granted(await openCase(country.tools, country.people.reviewer, id)).state.stage

test('an entity that has not joined answers by its link, once, and the reply goes to the same reviews', async (t) => {
  const app = await anApp(t)
  const { id } = await housing(app)
  const path = await linkFor(app, id)
  const visitor = aVisitor(app)
  const page = await visitor.get(path)
  assert.match(textOf(page.html), /متى يأتي دورنا في البيت/)
  const thanks = await visitor.send(path, ANSWER)
  assert.match(textOf(thanks.html), /وصل ردكم/)
  const { state, events } = a.granted(await openCase(app.country.tools, app.country.people.reviewer, id))
  assert.equal(state.stage, 'replied')
  assert.equal(events.at(-1)?.role, 'entity')
  assert.equal(events.at(-1)?.words?.signedBy, ANSWER.signedBy)
  const rana = await atDesk(app, app.country.people.reviewer)
  assert.match(textOf((await rana.get(`/ar/desk/cases/${id}`)).html), /هدى سالم، مديرة الطلبات/)
})

test('the page tells nothing about who asked, and is kept and found by nobody', async (t) => {
  const app = await anApp(t)
  const { id } = await housing(app)
  const page = await aVisitor(app).get(await linkFor(app, id))
  assert.doesNotMatch(page.html, /فاطمة|33001122/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
  assert.match(page.headers.get('x-robots-tag') ?? '', /noindex/)
  assert.match(page.html, /name="robots" content="noindex"/)
})

test('a used, an expired, a replaced, an ended and an invented link are one page', async (t) => {
  const app = await anApp(t)
  const rana = await atDesk(app, app.country.people.reviewer)
  const visitor = aVisitor(app)
  const used = await linkFor(app, (await housing(app)).id)
  await visitor.send(used, ANSWER)
  const replacedCase = await housing(app)
  const replaced = await linkFor(app, replacedCase.id)
  const newer = await linkFor(app, replacedCase.id)
  assert.equal((await visitor.get(newer)).status, 200)
  const endedCase = await housing(app)
  const ended = await linkFor(app, endedCase.id)
  await rana.step(`/ar/desk/cases/${endedCase.id}`, '/entity-link/end')
  const goneOn = await housing(app)
  const elsewhere = await linkFor(app, goneOn.id)
  await a.through(app.country, goneOn, [a.staff(app.country.people.reviewer), 'route', { entity: 'works' }])
  const expired = await linkFor(app, (await housing(app)).id)
  app.country.clock.forward({ days: 30 })
  const invented = `/ar/answer/${'A'.repeat(43)}`
  const pages = await Promise.all(
    [used, replaced, ended, elsewhere, expired, invented].map((path) => visitor.get(path)),
  )
  for (const { status, html } of pages) {
    assert.equal(status, 404)
    assert.equal(textOf(html), textOf(pages[0]?.html ?? ''))
  }
  assert.match(textOf(pages[0]?.html ?? ''), /لم يعد صالحًا/)
})

test('of two replies sent at one moment by one link one is taken', async (t) => {
  const app = await anApp(t)
  const { id } = await housing(app)
  const path = await linkFor(app, id)
  const visitor = aVisitor(app)
  const form = await visitor.open(path)
  const answers = await Promise.all([visitor.post(form, ANSWER), visitor.post(form, ANSWER)])
  assert.equal(answers.filter(({ html }) => /وصل ردكم/.test(html)).length, 1)
  const { events } = a.granted(await openCase(app.country.tools, app.country.people.reviewer, id))
  assert.equal(events.filter(({ step }) => step === 'reply').length, 1)
})

test('a reply that is not complete keeps what was typed and uses nothing up', async (t) => {
  const app = await anApp(t)
  const { id } = await housing(app)
  const path = await linkFor(app, id)
  const visitor = aVisitor(app)
  const wrong = await visitor.send(path, { ...ANSWER, outcome: 'refused' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /سنده القانوني/)
  assert.match(wrong.html, /قائمة مدينة سلمان/)
  assert.equal(await stageOf(app, id), 'with-entity')
  assert.match(textOf((await visitor.send(path, ANSWER)).html), /وصل ردكم/)
})

test('only a reviewer makes a link, and only for an entity that has not joined', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const page = `/ar/desk/cases/${id}`
  const rana = await atDesk(app, app.country.people.reviewer)
  assert.doesNotMatch((await rana.get(page)).html, /entity-link"/)
  const { hidden } = await rana.open(page)
  const asked = await rana.post({ action: `${page}/entity-link`, hidden })
  assert.equal(asked.status, 422)
  assert.match(textOf(asked.html), /انضمت هذه الجهة/)
  const salem = await atDesk(app, app.country.people.liaison)
  const own = await salem.post({ action: `${page}/entity-link`, hidden: (await salem.open(page)).hidden })
  assert.match(textOf(own.html), /ليست من عمل دورك/)
})
