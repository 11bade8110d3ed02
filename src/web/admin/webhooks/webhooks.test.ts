import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { replayWebhooks, webhookFeeder } from '#cases'
import { formatReference } from '#kernel'
import { tidyWebhooks } from '#messages'
import { sql } from '#platform'
import { heardAll } from '../../../../test/kit/heard.ts'
import * as a from '../../../../test/kit/situations.ts'
import { sessionOf } from '../../../../test/kit/staff.ts'
import { aVisitor } from '../../../../test/kit/visitor.ts'
import { NASTY } from '../../forms/nasty-texts.ts'
import { anOffice, saidIn, typedIn } from '../office.examples.ts'

const HERE = '/en/admin/webhooks'

/** An office with one system registered by its form; the address of its page, and the secret that was shown. */
async function anOfficeWithASystem(t: TestContext, fields: Record<string, string | string[]> = {}) {
  const office = await anOffice(t)
  const shown = await office.fill(`${HERE}/new`, {
    name: 'Works case system',
    url: 'https://works.example/hooks',
    code: office.code(),
    ...fields,
  })
  const secret = /whsec_[\w-]{43}/.exec(shown.html)?.[0] ?? ''
  const row = await office.country.db.row<{ id: string }>(sql`select id from webhook_endpoints`)
  return { ...office, shown, secret, id: row?.id ?? '', page: `${HERE}/${row?.id}` }
}

test('a system is registered with a code, and its secret is shown once', async (t) => {
  const { adel, shown, secret, page, id } = await anOfficeWithASystem(t, { entity: 'works' })
  assert.ok(id)
  assert.ok(secret)
  assert.match(saidIn(shown), /Signing secret · Works case system/)
  assert.match(saidIn(await adel.get(HERE)), /Works case system Ministry of Works Receives/)
  const { html } = await adel.get(page)
  assert.match(html, /https:\/\/works\.example\/hooks/)
  for (const path of [HERE, page, `${page}/edit`, '/en/admin/handed-out'])
    assert.doesNotMatch((await adel.get(path)).html, /whsec_/, path)
})

test('what is wrong is said beside its field, nothing typed is lost, and the code is not used up', async (t) => {
  const { fill, code, adel } = await anOffice(t)
  const typed = { name: 'Works', url: 'http://works.example/', entity: 'works', code: code() }
  const plain = await fill(`${HERE}/new`, typed)
  assert.equal(plain.status, 422)
  assert.match(plain.html, /id="url-error"[\s\S]*encrypted addresses only/)
  assert.deepEqual([typedIn(plain).url, typedIn(plain).entity], [typed.url, 'works'])
  for (const url of ['https://10.0.0.1/', 'https://localhost/x', 'https://[::1]/'])
    assert.match(saidIn(await fill(`${HERE}/new`, { ...typed, url })), /internal network/)
  assert.match(
    saidIn(await fill(`${HERE}/new`, { ...typed, which: 'some', url: 'https://w.example/' })),
    /at least one step/,
  )
  assert.match(
    (await fill(`${HERE}/new`, { ...typed, url: 'https://w.example/', code: '000000' })).html,
    /id="code-error"/,
  )
  await fill(`${HERE}/new`, { ...typed, url: 'https://w.example/' })
  assert.match(saidIn(await adel.get(HERE)), /Works Ministry of Works/)
})

test('a system can be changed, but never turned to another entity’s cases', async (t) => {
  const { adel, fill, country, code, page } = await anOfficeWithASystem(t, { entity: 'works' })
  country.clock.forward({ minutes: 1 })
  const changed = await fill(`${page}/edit`, {
    name: 'Roads',
    url: 'https://roads.example/',
    entity: 'electricity',
    which: 'some',
    events: 'reply',
    code: code(),
  })
  assert.match(saidIn(changed), /Saved, and in force now/)
  const said = saidIn(await adel.get(page))
  assert.match(said, /Roads[\s\S]*https:\/\/roads\.example\/ Cases of Ministry of Works/)
  const row = await country.db.row<{ entity: string; events: string[] }>(
    sql`select entity_id as entity, events from webhook_endpoints`,
  )
  assert.deepEqual(row, { entity: 'works', events: ['reply'] })
})

test('deliveries show what happened and how it ended, and neither the case nor its number', async (t) => {
  const { adel, tools, country, page, send } = await anOfficeWithASystem(t)
  const found = await a.routed(country)
  await heardAll(country.db, webhookFeeder(tools))
  country.clock.forward({ hours: 80 })
  await tidyWebhooks(tools)
  adel.cookies.set('staff', await sessionOf({ tools }, country.people.admin))
  const seen = await adel.get(page)
  assert.match(
    saidIn(seen),
    /Not delivered 2[\s\S]*Not delivered It waited too long · Not tried yet Send again/,
  )
  assert.ok(
    !seen.html.includes(found.id) &&
      !saidIn(seen).includes(formatReference(found.reference)) &&
      !seen.html.includes(found.reference),
  )
  const again = await send(seen, page, {}, '/again')
  assert.match(saidIn(again), /It goes out again now/)
  assert.match(saidIn(await adel.get(`${page}?state=queued`)), /Waiting 1[\s\S]*Waiting Not tried yet/)
  assert.match(saidIn(await adel.get(`${page}?state=delivered`)), /Nothing here/)
})

test('everything since a day and an hour of the country is sent again', async (t) => {
  const { adel, fill, tools, country, page } = await anOfficeWithASystem(t)
  const wrong = await fill(page, { date: '٢٠٢٦-١٠-٠١', time: '25:00' }, '/replay')
  assert.match(wrong.html, /id="time-error"/)
  assert.equal(typedIn(wrong).date, '٢٠٢٦-١٠-٠١')
  assert.match((await fill(page, { date: '2027-01-01' }, '/replay')).html, /has not come yet/)
  assert.match((await fill(page, {}, '/replay')).html, /id="date-error"/)
  const asked = await fill(page, { date: '٢٠٢٦-١٠-٠١', time: '9:30' }, '/replay')
  assert.match(saidIn(asked), /Sending again has begun[\s\S]*Not finished yet/)
  const row = await country.db.row<{ since: Temporal.Instant }>(sql`select since from webhook_replays`)
  assert.equal(row?.since.toString(), '2026-10-01T06:30:00Z')
  assert.match((await fill(page, { date: '2026-10-01' }, '/replay')).html, /still running/)
  while (await replayWebhooks(tools));
  assert.doesNotMatch(saidIn(await adel.get(page)), /Not finished/)
})

test('a system is tried, gets a new secret with a code, and is switched off and on', async (t) => {
  const { fill, country, code, page, secret, adel } = await anOfficeWithASystem(t)
  assert.match(saidIn(await fill(page, {}, '/test')), /trial is on its way[\s\S]*Trial/)
  assert.match((await fill(page, { code: '000000' }, '/secret')).html, /id="code-error"/)
  country.clock.forward({ minutes: 1 })
  const fresh = /whsec_[\w-]{43}/.exec((await fill(page, { code: code() }, '/secret')).html)?.[0]
  assert.ok(fresh && fresh !== secret)
  assert.match(saidIn(await adel.get(page)), /old and the new secret until/)
  assert.match(saidIn(await fill(page, {}, '/switch')), /The system is off/)
  assert.doesNotMatch(saidIn(await adel.get(page)), /Send a trial/)
  assert.match(saidIn(await fill(page, {}, '/switch')), /receives from now on/)
})

test('a system that was switched off for taking nothing is the first thing seen', async (t) => {
  const { country, adel, page } = await anOfficeWithASystem(t)
  const now = country.clock.now()
  await country.owner.run(sql`
    update webhook_endpoints set active = false, given_up_at = ${now}, failing_since = ${now.subtract({ hours: 120 })}`)
  assert.match(saidIn(await adel.get(HERE)), /We switched this system off[\s\S]*Works case system/)
  const seen = await adel.get(page)
  assert.match(saidIn(seen), /send again what it missed since: 26 September 2026/)
  assert.deepEqual([typedIn(seen).date, typedIn(seen).time], ['2026-09-26', '10:00'])
})

test('nobody but an administrator sees or changes anything here', async (t) => {
  const { country, page, id, adel, ...office } = await anOfficeWithASystem(t)
  const { reviewer, operator, head, minister, liaison } = country.people
  for (const officer of [reviewer, operator, head, minister, liaison]) {
    const visitor = aVisitor(office)
    visitor.cookies.set('staff', await sessionOf({ tools: office.tools }, officer))
    for (const path of [HERE, `${HERE}/new`, page, `${page}/edit`])
      assert.equal((await visitor.get(path)).status, 403, `${officer.name} ${path}`)
    for (const act of ['test', 'again', 'replay', 'secret', 'switch', 'edit'])
      assert.equal(
        (await visitor.post({ action: `${page}/${act}`, hidden: {} }, { to: 'off' })).status,
        403,
        act,
      )
  }
  const stranger = aVisitor(office)
  assert.match((await stranger.get(page)).path, /^\/en\/staff\/sign-in\?to=/)
  const forged = await adel.post({ action: `${page}/switch`, hidden: {} }, { to: 'off' })
  assert.equal(forged.status, 403)
  assert.deepEqual(await country.db.row(sql`select active from webhook_endpoints where id = ${id}`), {
    active: true,
  })
  for (const path of [`${HERE}/moon`, `${HERE}/${country.people.admin.id}`, `${HERE}/moon/edit`])
    assert.equal((await adel.get(path)).status, 404, path)
})

test('nasty texts in any field get an answer, never a fault', async (t) => {
  const { fill, adel, page } = await anOfficeWithASystem(t)
  for (const [text] of Object.values(NASTY)) {
    assert.ok(
      (await fill(`${HERE}/new`, { name: text, url: text, entity: text, events: text, which: text })).status <
        500,
    )
    assert.ok((await fill(page, { date: text, time: text }, '/replay')).status < 500)
    assert.ok((await adel.get(`${page}?state=${encodeURIComponent(text.toWellFormed())}`)).status < 500)
  }
})
