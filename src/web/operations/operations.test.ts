import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { followLadder, letTimeAct, notifier } from '#cases'
import { readBoard, rollUpKeeper } from '#insight'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import { answered, replied, routed, staff, submitted, through } from '../../../test/kit/situations.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'
import { type Tree, treeOf } from './tree.ts'

async function aRoom(t: Parameters<typeof anApp>[0]) {
  const app = await anApp(t)
  const { country, tools } = app
  t.after(() => tools.room.close())
  const settle = async () => {
    while ((await letTimeAct(country.tools)) > 0);
    while ((await followLadder(country.tools)) !== undefined);
    await heardAll(country.db, rollUpKeeper(country.tools))
  }
  /** Signed in now: a session does not outlive days. */
  const anOperator = () => atDesk(app, country.people.operator)
  return { app, country, tools, settle, anOperator }
}

test('its desk is the operators’ own; whoever has no part of the room does not find it', async (t) => {
  const { app, country } = await aRoom(t)
  const asked = async (role: keyof typeof country.people, path: string) =>
    (await (await atDesk(app, country.people[role])).get(`/ar${path}`)).status
  for (const role of ['analyst', 'admin', 'agent', 'handler'] as const)
    for (const path of ['/operations', '/operations/live', '/operations/desk'])
      assert.equal(await asked(role, path), 404, `${role} ${path}`)
  for (const role of ['head', 'liaison', 'minister', 'reviewer', 'releaser'] as const) {
    assert.equal(await asked(role, '/operations'), 200, role)
    assert.equal(await asked(role, '/operations/desk'), 404, role)
  }
  assert.match((await app.app.request('/ar/operations')).headers.get('location') ?? '', /sign-in/)
})

test('a head sees their entity, a minister their sector, the central office everything: each what a count says', async (t) => {
  const { app, country, settle } = await aRoom(t)
  for (let n = 0; n < 3; n++) await routed(country)
  await through(country, await submitted(country), [
    staff(country.people.reviewer),
    'route',
    { entity: 'housing', category: 'housing-requests' },
  ])
  country.clock.forward({ hours: 24 * 12 })
  await routed(country)
  await submitted(country)
  await settle()
  const { people } = country
  const seen = async (part?: readonly string[]) => {
    const { received, open, overdue, trouble, health } = await readBoard(country.tools, part)
    return {
      received,
      open,
      overdue,
      of: trouble.map(({ entity }) => entity).sort(),
      roads: health !== undefined,
    }
  }
  assert.deepEqual(await seen(['works']), { received: 1, open: 4, overdue: 3, of: ['works'], roads: false })
  assert.deepEqual(await seen(['electricity']), { received: 0, open: 0, overdue: 0, of: [], roads: false })
  const all = await seen()
  assert.deepEqual([all.received, all.open, all.overdue, all.roads], [2, 6, 3, true])
  const says = async (role: 'head' | 'minister' | 'releaser') =>
    textOf((await (await atDesk(app, people[role])).get('/en/operations')).html)
  const head = await says('head')
  assert.match(head, /Operations room: Ministry of Works/)
  assert.match(head, /Open 4 .*Overdue 3/)
  assert.doesNotMatch(head, /Housing|background work|Entities in trouble/)
  const minister = await says('minister')
  assert.match(minister, /Operations room: Infrastructure.*Open 4.*Entities in trouble/)
  assert.doesNotMatch(minister, /Housing/)
  assert.match(await says('releaser'), /Open 6 .*Housing.*background work/)
})

test('the menu leads operators to their desk and everybody else to the room', async (t) => {
  const { app, country } = await aRoom(t)
  const leads = async (role: 'operator' | 'head' | 'reviewer' | 'handler') => {
    const { html } = await (await atDesk(app, country.people[role])).get('/en/desk')
    return /href="(\/en\/operations[^"]*)"/.exec(html)?.[1]
  }
  assert.equal(await leads('operator'), '/en/operations/desk')
  assert.equal(await leads('head'), '/en/operations')
  assert.equal(await leads('reviewer'), '/en/operations')
  assert.equal(await leads('handler'), undefined)
})

test('nobody but operators acts in the room: reminders and alerts are not found for those who look', async (t) => {
  const { app, country, anOperator } = await aRoom(t)
  const { id } = await routed(country)
  country.clock.forward({ hours: 24 * 12 })
  while ((await letTimeAct(country.tools)) > 0);
  const form = formTo(await (await anOperator()).get('/en/operations/desk'), `/cases/${id}/remind`)
  for (const role of ['head', 'minister', 'reviewer'] as const) {
    const visitor = await atDesk(app, country.people[role])
    assert.equal((await visitor.post(form)).status, 404, role)
  }
  const reminders = await country.db.rows(sql`select 1 from case_events where step = 'remind'`)
  assert.equal(reminders.length, 0)
})

test('the screen says what an independent count of cases and events says', async (t) => {
  const { country, settle, anOperator } = await aRoom(t)
  await answered(country)
  for (let n = 0; n < 3; n++) await routed(country)
  await submitted(country)
  country.clock.forward({ hours: 24 * 12 })
  for (let n = 0; n < 2; n++) await submitted(country)
  await settle()
  const board = await readBoard(country.tools)
  const counted = await country.db.row<Record<string, number>>(sql`
    with day as (select (${country.clock.now()}::timestamptz at time zone 'Asia/Bahrain')::date as today)
    select count(*) filter (where (received_at at time zone 'Asia/Bahrain')::date = today) as received,
           count(*) filter (where (answered_at at time zone 'Asia/Bahrain')::date = today) as answered,
           count(*) filter (where answered_at is null and closed_at is null) as open,
           count(*) filter (where answered_at is null and closed_at is null
                              and answer_by < ${country.clock.now()}) as overdue,
           count(*) filter (where clock in ('routing', 'first-action', 'reply', 'verification', 'release')
                              and clock_due > ${country.clock.now()}
                              and clock_due <= ${country.clock.now().add({ hours: 8 })}) as soon
      from cases, day`)
  const { received, answered: given, open, overdue, soon } = board
  assert.deepEqual({ received, answered: given, open, overdue, soon }, { ...counted })
  assert.deepEqual([received, open, overdue], [2, 6, 3])
  const rungs = await country.db.rows<{ caseId: string; rung: string; clock: string }>(sql`
    select e.case_id as "caseId", e.facts->>'rung' as rung, c.clock from case_events e join cases c on c.id = e.case_id
     where e.step = 'escalate' and c.stage <> 'closed'`)
  const highest = Map.groupBy(
    rungs.filter(
      ({ rung, clock }) =>
        rung.startsWith(`${clock}/`) || (clock === 'first-action' && rung.startsWith('reply/')),
    ),
    ({ caseId }) => caseId,
  )
  const at = (name: string) =>
    [...highest.values()].filter((each) => each.some(({ rung }) => rung.endsWith(`/${name}`))).length
  assert.equal(board.rungs.operations, at('operations'))
  assert.equal(
    board.rungs.operations + board.rungs.minister + board.rungs.head + board.rungs.warned,
    highest.size,
  )
  assert.ok(board.rungs.operations + board.rungs.head > 0)
  assert.equal(
    board.trouble.reduce((sum, each) => sum + each.overdue, 0),
    overdue,
  )
  const text = textOf((await (await anOperator()).get('/en/operations')).html)
  assert.match(text, /Received today 2/)
  assert.match(text, /Overdue 3/)
  assert.match(text, /Ministry of Works/)
})

test('nobody reads that all is as expected where nothing is expected yet', async (t) => {
  const { country, settle, anOperator } = await aRoom(t)
  await settle()
  const operator = await anOperator()
  const said = async (path: string) => textOf((await operator.get(`/en/operations${path}`)).html)
  for (const path of ['', '/desk']) {
    assert.match(await said(path), /There is no expectation yet\. It needs twenty-six weeks/)
    assert.doesNotMatch(await said(path), /Everything is as expected|with what was expected/)
  }
  await country.db.run(sql`
    insert into expectations (dimension, key, day, week, week_low, week_high, weeks, today, today_low, today_high, hours,
                              history, made_at)
    select 'nation', '', (${country.clock.now()}::timestamptz at time zone 'Asia/Bahrain')::date, 70, 50, 90, 30, 10, 5,
           15, array_fill(1.0 / 24, array[24]), 300, ${country.clock.now()}`)
  for (const path of ['', '/desk']) assert.match(await said(path), /Everything is as expected/)
  assert.match(await said(''), /Expected for the whole day: 5 to 15.*by the hour, with what was expected/)
})

test('what was escalated lately says to whom, and of how many the latest are shown', async (t) => {
  const { app, country, settle, anOperator } = await aRoom(t)
  // Of five, four stand on the wall: of each office some.
  for (let n = 0; n < 2; n++) await routed(country)
  for (let n = 0; n < 3; n++) await submitted(country)
  country.clock.forward({ hours: 24 * 12 })
  await settle()
  const lately = await country.db.rows<{ entity: string; rung: string }>(sql`
    select distinct on (e.case_id) c.entity_id as entity, e.facts ->> 'rung' as rung
      from case_events e join cases c on c.id = e.case_id
     where e.step = 'escalate' and e.at > ${country.clock.now().subtract({ hours: 24 })}::timestamptz
     order by e.case_id, e.seq desc`)
  const [nation, works] = [await readBoard(country.tools), await readBoard(country.tools, ['works'])]
  assert.equal(nation.arrived, lately.filter(({ rung }) => /minister|operations/.test(rung)).length)
  assert.equal(works.arrived, lately.filter(({ entity }) => entity === 'works').length)
  assert.deepEqual([nation.arrived, works.arrived], [5, 2])
  const wall = textOf((await (await anOperator()).get('/en/operations')).html)
  assert.match(wall, /The latest of 5 in 24 hours/)
  assert.match(wall, /Central office \S+ · To operations · Routing/)
  const head = await (await atDesk(app, country.people.head)).get('/en/operations')
  assert.match(textOf(head.html), /Ministry of Works \S+ · To the minister · Reply/)
  assert.doesNotMatch(textOf(head.html), /The latest of/)
})

test('a reminder stands in the history, reaches whoever holds the case, and two clicks are one', async (t) => {
  const { country, settle, tools, anOperator } = await aRoom(t)
  const { id } = await routed(country)
  country.clock.forward({ hours: 24 * 12 })
  await settle()
  const operator = await anOperator()
  const form = formTo(await operator.get('/en/operations/desk'), `/cases/${id}/remind`)
  await operator.post(form)
  const said = await operator.post(form)
  assert.match(textOf(said.html), /The reminder was sent/)
  const events = await country.db.rows(sql`
    select role, actor_id as actor from case_events where case_id = ${id} and step = 'remind'`)
  assert.deepEqual(events, [{ role: 'operator', actor: country.people.operator.id }])
  await heardAll(country.db, notifier({ ...tools, gateways: { demonstration: true } }))
  const told = await country.db.rows<{ staff: string }>(sql`
    select staff_id as staff from notices where kind = 'reminded' and case_id = ${id}`)
  assert.deepEqual(told, [{ staff: country.people.liaison.id }])
  assert.match(textOf((await operator.get(`/en/desk/cases/${id}`)).html), /Reminder/)
})

test('what the central office owes is with it: the desk says so, names the step, and offers nobody to take it over', async (t) => {
  const { country, settle, anOperator } = await aRoom(t)
  const { id } = await replied(country)
  const { id: unrouted } = await submitted(country)
  const { id: owed } = await routed(country)
  country.clock.forward({ hours: 24 * 12 })
  await settle()
  const { html } = await (await anOperator()).get('/en/operations/desk')
  const line = (of: string) =>
    html.match(/<tr\b.*?<\/tr>/gs)?.find((row) => row.includes(`/cases/${of}`)) ?? ''
  assert.match(textOf(line(id)), /Central office.*First review/)
  assert.match(textOf(line(unrouted)), /Central office.*Routing/)
  assert.match(textOf(line(owed)), /Ministry of Works.*First action/)
  assert.deepEqual(
    [id, unrouted, owed].map((of) => line(of).includes('/take-over')),
    [false, false, true],
  )
  assert.match(textOf(line(owed)), /At the minister/)
})

test('the operations room takes a case over for the central office, and sends it nowhere else', async (t) => {
  const { country, anOperator } = await aRoom(t)
  const operator = await anOperator()
  const { id, answerBy } = await routed(country)
  const path = `/en/desk/cases/${id}`
  const page = await operator.step(path, '/route', { entity: 'housing' })
  assert.match(textOf(page.html), /only give a case to the central office/)
  await operator.step(path, '/route')
  const after = await country.db.row<{ entity: string; answerBy: Temporal.Instant }>(sql`
    select entity_id as entity, answer_by as "answerBy" from cases where id = ${id}`)
  assert.equal(after?.entity, 'central')
  assert.ok(
    after && Temporal.Instant.compare(after.answerBy, answerBy) <= 0,
    'the resident’s date does not move later',
  )
})

test('a change is on every screen without anybody reloading; a screen that closes leaves nothing', async (t) => {
  const { country, settle, tools, anOperator, app } = await aRoom(t)
  const operator = await anOperator()
  await settle()
  const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await app.app.request('/en/operations/live', { headers: { cookie } })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const stream = answer.body?.getReader()
  assert.ok(stream)
  const first = await nextBoard(stream)
  assert.ok(JSON.stringify(first.now).includes('"0"'))
  assert.equal(tools.room.size, 1)
  await submitted(country)
  await settle()
  const second = await nextBoard(stream)
  assert.ok(JSON.stringify(second.now).includes('"1"'))
  assert.equal(second.health, undefined, 'only what changed is sent')
  await stream.cancel()
  while (tools.room.size > 0) await new Promise((soon) => setTimeout(soon, 5))
})

async function nextBoard(stream: ReadableStreamDefaultReader<Uint8Array>): Promise<Record<string, Tree[]>> {
  let text = ''
  while (!/event: board\ndata: .*\n\n/.test(text)) {
    const { value, done } = await stream.read()
    assert.ok(!done)
    text += new TextDecoder().decode(value)
  }
  return JSON.parse(/data: (.*)/.exec(text)?.[1] ?? '')
}

test('markup of ours comes back from data as it was, whatever stands in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a<>&"ع \n') })
  fc.assert(
    fc.property(text, text, (inside, value) => {
      const safe = (raw: string) =>
        raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
      const markup = `<p class="${safe(value)}"><svg viewBox="0 0 1 1"><path d="M0"/></svg>${safe(inside)}</p>`
      const svg: Tree = ['svg', { viewBox: '0 0 1 1' }, ['path', { d: 'M0' }]]
      assert.deepEqual(treeOf(markup), [['p', { class: value }, svg, ...(inside ? [inside] : [])]])
    }),
  )
})
