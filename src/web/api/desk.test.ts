import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchIndexer } from '#cases'
import { newId } from '#kernel'
import { createToken } from '#people'
import { sql } from '#platform'
import { heardAll } from '../../../test/kit/heard.ts'
import { aProgram, type Program } from '../../../test/kit/program.ts'
import { A_REPLY, aPothole, routed, submitted } from '../../../test/kit/situations.ts'

type Tokens = Awaited<ReturnType<Program['tokens']>>

/** Takes a step through the API. */
const step = ({ post }: Program, token: string, id: string, name: string, input: object = {}) =>
  post(`/desk/cases/${id}/steps`, { step: name, ...input }, token)

/** Takes steps that must all be allowed; the last answer. */
async function through(program: Program, id: string, ...steps: [string, string, object?][]) {
  let said: Awaited<ReturnType<typeof step>> | undefined
  for (const [token, name, input] of steps) {
    said = await step(program, token, id, name, input)
    assert.equal(said.status, 200, `${name}: ${said.text}`)
  }
  assert.ok(said)
  return said.body
}

async function aDesk(t: Parameters<typeof aProgram>[0]) {
  const program = await aProgram(t)
  const tokens: Tokens = await program.tokens()
  const { id, reference } = await submitted(program.country)
  return { program, tokens, id, reference }
}

test('a case goes its whole way through programs: each step is answered with the case and the event', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const { reviewer, liaison, handler, releaser } = tokens
  const route = await step(program, reviewer, id, 'route', { entity: 'works', category: 'potholes' })
  assert.deepEqual(
    [
      route.status,
      route.body.case.stage,
      route.body.case.entity,
      route.body.event.step,
      route.body.event.role,
    ],
    [200, 'with-entity', 'works', 'route', 'reviewer'],
  )
  assert.equal(route.body.event.at, '2026-10-01T10:00:00+03:00')
  const { case: found } = await through(
    program,
    id,
    [liaison, 'assign', { unit: 'works-roads' }],
    [handler, 'take-up', { note: 'ذهبنا إلى الموقع' }],
    [handler, 'note', { text: 'ملاحظة' }],
    [liaison, 'extend', { reason: 'المطر', days: 3 }],
    [liaison, 'reply', { ...A_REPLY, actions: [{ text: 'فحص', dueOn: '2026-11-01' }] }],
    [reviewer, 'return', { reason: 'أين الموعد؟' }],
    [liaison, 'reply', A_REPLY],
    [reviewer, 'verify'],
    [releaser, 'release'],
  )
  assert.deepEqual([found.stage, found.returns, found.clock], ['answered', 1, 'objection-window'])
  const { body } = await program.get(`/desk/cases/${id}/events`, tokens.operator)
  assert.deepEqual(
    body.events.map(({ step, role }: Record<string, string>) => `${step} ${role}`),
    [
      'submit resident',
      'route reviewer',
      'assign liaison',
      'take-up handler',
      'note handler',
      'extend liaison',
      'reply liaison',
      'return reviewer',
      'reply liaison',
      'verify reviewer',
      'release releaser',
    ],
  )
  assert.equal(body.events[7].words.reason, 'أين الموعد؟')
  assert.match(body.events[1].by, /^reviewer/)
})

test('out of order is 409 and out of reach 404; a step of another role is 403, and wrong fields 422', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const { reviewer, liaison, releaser } = tokens
  const said = async (token: string, name: string, input?: object) => {
    const { status, body } = await step(program, token, id, name, input)
    return `${status} ${body.reason}`
  }
  assert.equal(await said(liaison, 'reply', A_REPLY), '404 not-found')
  assert.equal(await said(reviewer, 'verify'), '409 wrong-stage')
  assert.equal(await said(releaser, 'verify'), '403 not-your-step')
  assert.equal(await said(reviewer, 'lapse'), '403 not-your-step')
  assert.equal(await said(reviewer, 'route', { entity: 'nowhere' }), '422 invalid')
  assert.equal(await said(reviewer, 'route', { entity: 'works', speed: 1 }), '422 invalid')
  await through(program, id, [reviewer, 'route', { entity: 'electricity' }])
  assert.equal(await said(liaison, 'reply', A_REPLY), '404 not-found')
  for (const name of ['submit', 'constructor', '', 3, null, [], {}]) {
    const { status, body } = await program.post(`/desk/cases/${id}/steps`, { step: name }, reviewer)
    assert.deepEqual([status, body.errors.step.reason], [422, 'choose-one'])
  }
})

test('nobody releases what they verified, also not one program with two tokens', async (t) => {
  const { program, id } = await aDesk(t)
  const { tools } = program
  const token = async (role: string) => {
    const made = await createToken(tools, 'installation', { role, name: 'one program' })
    assert.ok(made.ok)
    return made.value.token
  }
  const [reviewer, releaser] = [await token('reviewer'), await token('releaser')]
  await through(program, id, [reviewer, 'route', { entity: 'housing' }], [reviewer, 'reply', A_REPLY])
  await through(program, id, [reviewer, 'verify'])
  const { status, body } = await step(program, releaser, id, 'release')
  assert.deepEqual([status, body.reason], [403, 'not-by-the-same-person'])
})

test('another entity’s case and one that does not exist are the same answer, letter by letter', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  await through(program, id, [tokens.reviewer, 'route', { entity: 'electricity' }])
  for (const [method, below] of [
    ['GET', ''],
    ['GET', '/events'],
    ['GET', '/similar'],
    ['POST', '/steps'],
  ] as const)
    for (const token of [tokens.liaison, tokens.head, tokens.handler, tokens.agent]) {
      const body = method === 'POST' ? { step: 'note', note: 'x' } : undefined
      const answers = await Promise.all(
        [id, newId(), '26-0000-0000-6', 'x', '%00', '..%2f..'].map((each) =>
          program.ask(method, `/desk/cases/${each}${below}`, { token, body }),
        ),
      )
      for (const { status, text } of answers) assert.deepEqual([status, text], [404, answers[0]?.text])
    }
})

test('every role asks every address: who has no business there is told so before anything is looked up', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const { paths } = program.description
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { 'x-roles': roles }] of Object.entries(methods)) {
      if (!roles) continue
      const address = path.replace('/api/v1', '').replace('{id}', id)
      const body = method === 'post' ? { step: 'note', note: 'ملاحظة' } : undefined
      for (const token of [undefined, 'x', 'A'.repeat(43)])
        assert.equal((await program.ask(method.toUpperCase(), address, { token, body })).status, 401)
      for (const [role, token] of Object.entries(tokens)) {
        const { status } = await program.ask(method.toUpperCase(), address, { token, body })
        // The case has no entity yet: only the central office and the operations room reach it.
        const reaches = !path.includes('{id}') || ['reviewer', 'releaser', 'operator'].includes(role)
        const expected: number = !roles.includes(role) ? 403 : reaches ? 200 : 404
        assert.equal(status, expected, `${role} ${method} ${path}`)
      }
    }
})

test('a token works once it is spelled as a bearer, and not after its grant has ended', async (t) => {
  const { program, tokens } = await aDesk(t)
  const as = (authorization: string) => program.ask('GET', '/desk/cases', { headers: { authorization } })
  assert.equal((await as(`bearer ${tokens.reviewer}`)).status, 200)
  for (const header of [
    tokens.reviewer,
    `Basic ${tokens.reviewer}`,
    'Bearer',
    'Bearer ',
    `Bearer ${tokens.reviewer}x`,
  ]) {
    const said = await as(header)
    assert.deepEqual([said.status, said.headers.get('www-authenticate')], [401, 'Bearer realm="Sawt"'])
  }
  assert.equal((await program.get('/entities', 'wrong')).status, 401)
})

test('the list is narrowed by stage, entity, lateness and words, and read in pages', async (t) => {
  const { program, tokens } = await aDesk(t)
  for (const text of ['مصباح مكسور', 'رصيف مكسور', 'شجرة مائلة'])
    await submitted(program.country, { ...aPothole, text })
  await routed(program.country)
  await heardAll(program.country.db, searchIndexer)
  const list = async (query: string, token = tokens.reviewer) =>
    (await program.get(`/desk/cases?${query}`, token)).body
  assert.equal((await list('')).cases.length, 5)
  assert.equal((await list('stage=received')).cases.length, 4)
  assert.equal((await list('entity=works')).cases.length, 1)
  assert.equal((await list('', tokens.liaison)).cases.length, 1)
  assert.equal((await list(`q=${encodeURIComponent('مكسورة')}`)).cases.length, 2)
  assert.equal((await list('overdue=true')).cases.length, 0)
  const first = await list('limit=3&sort=due')
  const second = await list(`limit=3&sort=due&cursor=${first.next}`)
  assert.deepEqual([first.cases.length, second.cases.length, second.next], [3, 2, null])
  assert.equal(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size, 5)
  const [one] = first.cases
  assert.deepEqual((await list(`q=${one.reference}`)).cases[0].id, one.id)
  program.country.clock.forward({ hours: 24 * 60 })
  const late = await list('overdue=true')
  assert.equal(late.cases.length, 5)
  assert.ok(late.cases.every(({ overdue }: { overdue: boolean }) => overdue))
})

test('what the list cannot understand is refused by name', async (t) => {
  const { program, tokens } = await aDesk(t)
  const errors = async (query: string) =>
    (await program.get(`/desk/cases?${query}`, tokens.reviewer)).body.errors
  assert.equal((await errors('stage=asleep')).stage.reason, 'choose-one')
  assert.equal((await errors('colour=red')).colour.reason, 'unknown-field')
  assert.equal((await errors('overdue=perhaps')).overdue.reason, 'must-be-yes-or-no')
  assert.equal((await errors('limit=1000000')).limit.reason, 'too-large')
  assert.equal((await errors('q=%00')).q.reason, 'has-control-characters')
  const forged = ['x', '2026-99-99T99:99:99Z 00000000-0000-0000-0000-000000000000', newId(), "' or 1=1"]
  for (const cursor of forged.map((each) => Buffer.from(each).toString('base64url'))) {
    const { status } = await program.get(`/desk/cases?cursor=${cursor}`, tokens.reviewer)
    assert.ok(status === 200 || status === 422, `${cursor} ${status}`)
  }
})

test('a case is opened by id or number, its reading is recorded, and the requester is shown as far as one may see', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const hidden = await submitted(program.country, { ...aPothole, identityHidden: true })
  await through(program, id, [tokens.reviewer, 'route', { entity: 'works' }])
  await through(program, hidden.id, [tokens.reviewer, 'route', { entity: 'works' }])
  const read = async (token: string, name = id) => (await program.get(`/desk/cases/${name}`, token)).body
  const open = await read(tokens.liaison)
  assert.deepEqual(open.requester, { name: 'فاطمة', phone: '+97333001122', email: null, language: 'ar' })
  assert.equal((await read(tokens.head)).requester.phone, undefined)
  assert.equal((await read(tokens.liaison, hidden.id)).requester, null)
  assert.equal((await read(tokens.reviewer, hidden.id)).requester.name, 'فاطمة')
  assert.equal((await read(tokens.liaison, encodeURIComponent(open.reference))).id, id)
  assert.ok(open.steps.includes('reply') && !open.steps.includes('verify'))
  const reads = await program.country.db.row<{ count: number }>(sql`select count(*) from case_reads`)
  assert.ok((reads?.count ?? 0) > 0)
})

test('cases are merged and linked by number or id, within reach', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const other = await submitted(program.country)
  const third = await submitted(program.country)
  const { case: merged } = await through(program, other.id, [
    tokens.reviewer,
    'merge',
    { into: (await program.get(`/desk/cases/${id}`, tokens.reviewer)).body.reference },
  ])
  assert.equal(merged.mergedInto, id)
  await through(program, third.id, [tokens.reviewer, 'link', { other: id }])
  const { body } = await program.get(`/desk/cases/${id}`, tokens.reviewer)
  assert.deepEqual(body.related.map(({ relation }: { relation: string }) => relation).sort(), [
    'follower',
    'linked',
  ])
  await through(program, third.id, [tokens.reviewer, 'route', { entity: 'works' }])
  for (const into of ['26-0000-0000-6', newId(), 'x', '']) {
    const { status, body } = await step(program, tokens.reviewer, third.id, 'merge', { into })
    assert.deepEqual([status, body.errors.into.reason], [422, 'not-a-case'], into)
  }
  // The liaison does not reach the first case, so that it does not exist for them either.
  const linked = await step(program, tokens.liaison, third.id, 'link', { other: id })
  assert.equal(linked.status === 200 || linked.status === 422, true)
  const byNumber = await step(program, tokens.liaison, third.id, 'link', { other: body.reference })
  assert.deepEqual([byNumber.status, byNumber.body.errors.other.reason], [422, 'not-a-case'])
})

test('a step sent twice with one key happens once, even when its case has gone out of reach', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  await through(program, id, [tokens.reviewer, 'route', { entity: 'works' }])
  const key = { 'idempotency-key': newId() }
  const refuse = (reason: string, token = tokens.liaison) =>
    program.post(`/desk/cases/${id}/steps`, { step: 'refuse', reason }, token, key)
  const first = await refuse('ليس لنا')
  assert.equal(first.status, 200)
  const again = await refuse('ليس لنا')
  assert.deepEqual([again.status, again.body], [200, first.body])
  assert.equal((await refuse('لسبب آخر')).body.reason, 'key-used-for-something-else')
  // The same key of another token is another intention.
  assert.equal((await refuse('ليس لنا', tokens.reviewer)).body.reason, 'wrong-stage')
  const { body } = await program.get(`/desk/cases/${id}/events`, tokens.reviewer)
  assert.equal(body.events.length, 3)
})

test('similar cases are found by what they say', async (t) => {
  const { program, tokens, id } = await aDesk(t)
  const other = await submitted(program.country, { ...aPothole, text: `${aPothole.text} والله تعبنا` })
  await heardAll(program.country.db, searchIndexer)
  const { body } = await program.get(`/desk/cases/${id}/similar`, tokens.reviewer)
  assert.equal(body.cases[0].id, other.id)
  assert.ok(body.cases[0].likeness > 0.5)
})
