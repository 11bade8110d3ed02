import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, parseReference } from '#kernel'
import { sql } from '#platform'
import { aProgram, type Program } from '../../../test/kit/program.ts'
import { A_REPLY, aPothole, staff, through } from '../../../test/kit/situations.ts'

const submitted = async ({ post }: Program, given: object = aPothole) => {
  const { status, body } = await post('/cases', given)
  assert.equal(status, 201)
  return { reference: body.reference as string, pin: body.pin as string, body }
}

/** The case behind a number, taken through some steps by staff. */
async function onward({ country }: Program, reference: string, ...steps: Parameters<typeof through>[2][]) {
  const found = await country.db.row<{ id: string }>(
    sql`select id from cases where reference = ${parseReference(reference) ?? ''}`,
  )
  assert.ok(found)
  return through(country, found as Parameters<typeof through>[1], ...steps)
}

async function answeredCase(program: Program) {
  const made = await submitted(program)
  const { reviewer, liaison, releaser, handler } = program.country.people
  await onward(
    program,
    made.reference,
    [staff(reviewer), 'route', { entity: 'works', category: 'potholes', note: 'secret: routing' }],
    [staff(liaison), 'note', { note: 'secret: note' }],
    [staff(liaison), 'assign', { unit: 'works-roads', handler: handler.id, note: 'secret: assignment' }],
    [staff(liaison), 'reply', { ...A_REPLY, text: 'secret: first try' }],
    [staff(reviewer), 'return', { reason: 'secret: not good enough' }],
    [staff(liaison), 'reply', { ...A_REPLY, actions: [{ text: 'نعيد الفحص', dueOn: '2026-11-01' }] }],
    [staff(reviewer), 'verify'],
    [staff(releaser), 'release'],
  )
  return made
}

test('whoever submits is told the number, the PIN, the date and what happens next', async (t) => {
  const program = await aProgram(t)
  const { body } = await submitted(program)
  assert.match(body.reference, /^26-\d{4}-\d{4}-\d$/)
  assert.match(body.pin, /^\d{6}$/)
  assert.equal(body.stage, 'received')
  // Ten working days, Sunday to Thursday, in the zone of the country.
  assert.equal(body.answerBy, '2026-10-15T14:15:00+03:00')
  assert.match(body.next, /^يقرأ المكتب المركزي شكواك/)
  assert.equal('id' in body, false)
  const english = await submitted(program, { type: 'inquiry', text: 'When does the library open?' })
  assert.match(english.body.next, /Tuesday,? 6 October 2026/)
})

test('a resident follows the case by its number in any digits, and its PIN', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const arabic = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  for (const [number, secret] of [
    [reference, pin],
    [reference.replaceAll('-', ''), pin],
    [arabic(reference), arabic(pin)],
  ]) {
    const { status, body } = await program.post('/cases/lookup', { reference: number, pin: secret })
    assert.equal(status, 200)
    assert.equal(body.text, aPothole.text)
    assert.deepEqual(body.steps, ['add', 'withdraw'])
  }
})

test('a wrong number and a wrong PIN are one and the same answer', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const wrong = pin === '000000' ? '000001' : '000000'
  const said = [
    await program.post('/cases/lookup', { reference, pin: wrong }),
    await program.post('/cases/lookup', { reference: '26-0000-0000-6', pin }),
    await program.post('/cases/lookup', { reference: 'no number', pin }),
    await program.post('/cases/lookup/steps', { reference, pin: wrong, step: 'withdraw' }),
  ]
  for (const { status, text } of said) assert.deepEqual([status, text], [404, said[0]?.text])
})

test('ten wrong PINs for one number are enough, from wherever; a right one counts nothing', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const other = await submitted(program)
  const wrong = pin === '000000' ? '000001' : '000000'
  for (let n = 0; n < 30; n++) {
    const { status } = await program.post('/cases/lookup', { reference, pin })
    assert.equal(status, 200)
  }
  const tries: number[] = []
  for (let n = 0; n < 12; n++)
    tries.push((await program.post('/cases/lookup', { reference, pin: wrong })).status)
  assert.deepEqual(tries, [...Array(10).fill(404), 429, 429])
  const locked = await program.post('/cases/lookup', { reference, pin })
  assert.deepEqual([locked.status, locked.headers.get('retry-after')], [429, '60'])
  assert.equal((await program.post('/cases/lookup', other)).status, 422, 'unknown fields are named')
  const { reference: number, pin: secret } = other
  assert.equal((await program.post('/cases/lookup', { reference: number, pin: secret })).status, 200)
  program.country.clock.forward({ minutes: 6 })
  assert.equal((await program.post('/cases/lookup', { reference, pin })).status, 200)
})

test('a hundred tries at once are no better than one after the other', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const right = Array.from({ length: 50 }, () => program.post('/cases/lookup', { reference, pin }))
  for (const { status } of await Promise.all(right)) assert.equal(status, 200)
  const pins = Array.from({ length: 100 }, (_, n) =>
    String((Number(pin) + 1 + n) % 1_000_000).padStart(6, '0'),
  )
  const said = await Promise.all(
    [...pins, pin].map((each) => program.post('/cases/lookup', { reference, pin: each })),
  )
  const count = (status: number) => said.filter((each) => each.status === status).length
  assert.ok(count(404) <= 10)
  assert.equal(count(404) + count(429) + count(200), 101)
  assert.ok(count(429) >= 90)
})

test('a flood of submissions from one address is slowed down; other addresses are not', async (t) => {
  const program = await aProgram(t)
  const from = (address: string) =>
    program.post('/cases', { type: 'violation', text: 'x' }, undefined, { 'x-forwarded-for': address })
  for (let n = 0; n < 300; n++) assert.equal((await from('192.0.2.7')).status, 422)
  assert.equal((await from('192.0.2.7')).status, 429)
  assert.equal((await from('192.0.2.8')).status, 422)
  // Open311 is another language at the same door.
  const report = async (address: string) => {
    const headers = { 'x-forwarded-for': address }
    const body = new URLSearchParams({ description: 'x' })
    return (await program.app.request('/open311/v2/requests.json', { method: 'POST', headers, body })).status
  }
  assert.deepEqual([await report('192.0.2.7'), await report('192.0.2.8')], [429, 400])
})

test('the answer reaches its resident point by point, and nothing internal comes with it', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await answeredCase(program)
  const { body, text } = await program.post('/cases/lookup', { reference, pin })
  assert.equal(body.stage, 'answered')
  assert.equal(body.outcome, 'solved')
  assert.equal(body.entity, 'works')
  assert.equal(body.entityName.en, 'Ministry of Works')
  assert.equal(body.reply.text, A_REPLY.text)
  assert.deepEqual(body.reply.points, A_REPLY.points)
  assert.deepEqual(body.reply.actions, [{ number: 1, text: 'نعيد الفحص', dueOn: '2026-11-01', done: false }])
  assert.equal(body.objectBy.slice(0, 10), '2026-10-15')
  assert.deepEqual(body.steps, ['rate', 'object', 'accept'])
  assert.deepEqual(
    body.timeline.map(({ step }: { step: string }) => step),
    ['submit', 'route', 'take-up', 'reply', 'return', 'reply', 'verify', 'release'],
  )
  assert.doesNotMatch(text, /secret/)
  for (const { name, id } of Object.values(program.country.people)) {
    assert.ok(!text.includes(id))
    assert.ok(!text.includes(name) || name === 'Minister', name)
  }
})

test('a reply that is not released yet is told to nobody outside', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const { reviewer, liaison } = program.country.people
  await onward(
    program,
    reference,
    [staff(reviewer), 'route', { entity: 'works' }],
    [staff(liaison), 'reply', { ...A_REPLY, actions: [{ text: 'نعيد الفحص', dueOn: '2026-11-01' }] }],
    [staff(reviewer), 'verify'],
  )
  const { body, text } = await program.post('/cases/lookup', { reference, pin })
  assert.deepEqual([body.stage, body.reply, body.outcome], ['verified', null, null])
  assert.ok(!text.includes(A_REPLY.text) && !text.includes('نعيد الفحص'))
})

test('the resident answers a question, rates, objects; what the stage does not allow is 409', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const secrets = { reference, pin }
  const take = (step: string, input = {}) =>
    program.post('/cases/lookup/steps', { ...secrets, step, ...input })
  assert.deepEqual(
    [(await take('accept')).status, (await take('object', { reason: 'x' })).body.reason],
    [409, 'wrong-stage'],
  )
  const { reviewer, liaison, releaser } = program.country.people
  await onward(program, reference, [staff(reviewer), 'route', { entity: 'works' }])
  await onward(program, reference, [staff(liaison), 'ask', { question: 'أي شارع؟' }])
  assert.equal((await program.post('/cases/lookup', secrets)).body.question, 'أي شارع؟')
  const added = await take('add', { text: 'شارع 12' })
  assert.deepEqual([added.status, added.body.stage, added.body.question], [200, 'with-entity', null])
  await onward(
    program,
    reference,
    [staff(liaison), 'reply', A_REPLY],
    [staff(reviewer), 'verify'],
    [staff(releaser), 'release'],
  )
  const rated = await take('rate', { solved: true, respect: 4, comment: 'شكرًا' })
  assert.deepEqual(rated.body.rating, { solved: 5, respect: 4 })
  assert.deepEqual([(await take('rate', { solved: 1, respect: 1 })).body.reason], ['already-rated'])
  const objected = await take('object', { reason: 'رجعت الحفرة' })
  assert.deepEqual([objected.status, objected.body.stage], [200, 'objected'])
})

test('a resident takes no step of the staff, and none that does not exist', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const take = (step: unknown) => program.post('/cases/lookup/steps', { reference, pin, step })
  assert.equal((await take('route')).status, 403)
  assert.equal((await take('close')).status, 403)
  assert.equal((await take('deliver')).status, 403)
  for (const step of ['submit', 'toString', '__proto__', '', 7, null, ['add'], { step: 'add' }])
    assert.equal((await take(step)).body.errors.step.reason, 'choose-one', JSON.stringify(step))
  assert.equal(
    (await program.post('/cases/lookup/steps', { reference, pin })).body.errors.step.reason,
    'required',
  )
  assert.equal((await program.post('/cases/lookup', { reference, pin })).body.stage, 'received')
})

test('one intention makes one case, also fifty times at once', async (t) => {
  const program = await aProgram(t)
  const key = { 'idempotency-key': newId() }
  const said = await Promise.all(
    Array.from({ length: 50 }, () => program.post('/cases', aPothole, undefined, key)),
  )
  assert.equal(new Set(said.map(({ status, text }) => `${status} ${text}`)).size, 1)
  const [first] = said
  const { reviewer } = program.country.people
  // A shorter promise brings the date nearer; what was told at submission is told again as it was.
  await onward(program, first?.body.reference, [
    staff(reviewer),
    'route',
    { entity: 'works', category: 'power-cuts' },
  ])
  assert.equal((await program.post('/cases', aPothole, undefined, key)).text, first?.text)
  const other = await program.post('/cases', { ...aPothole, text: 'غير ذلك' }, undefined, key)
  assert.deepEqual([other.status, other.body.reason], [422, 'key-used-for-something-else'])
  const count = await program.country.db.row<{ count: number }>(sql`select count(*) from cases`)
  assert.equal(count?.count, 1)
})

test('a resident’s step sent twice with one key happens once', async (t) => {
  const program = await aProgram(t)
  const { reference, pin } = await submitted(program)
  const key = { 'idempotency-key': newId() }
  const add = (text: string) =>
    program.post('/cases/lookup/steps', { reference, pin, step: 'add', text }, undefined, key)
  assert.equal((await add('مرة')).status, 200)
  assert.equal((await add('مرة')).body.timeline.length, 2)
  assert.equal((await add('مرتان')).body.reason, 'key-used-for-something-else')
  const elsewhere = await program.post('/cases', aPothole, undefined, key)
  assert.equal(elsewhere.body.reason, 'key-used-for-something-else')
})

test('without a key every submission is its own; a key that is none is refused', async (t) => {
  const program = await aProgram(t)
  const [one, other] = [await submitted(program), await submitted(program)]
  assert.notEqual(one.reference, other.reference)
  for (const key of ['x'.repeat(256), '', 'two words']) {
    const said = await program.post('/cases', aPothole, undefined, { 'idempotency-key': key })
    assert.deepEqual([said.status, said.body.reason], [400, 'key-not-good'], key)
  }
})

test('a report of a violation is never taken, and is told where to go', async (t) => {
  const program = await aProgram(t)
  const { status, body } = await program.post('/cases', { type: 'violation', text: 'رشوة' })
  assert.deepEqual([status, body.reason, body.errors.type.reason], [422, 'sealed-room', 'sealed-room'])
  assert.match(body.route, /^http:\/\/localhost\/en\//)
  const kept = await program.country.db.row<{ count: number }>(sql`select count(*) from case_words`)
  assert.equal(kept?.count, 0)
})

test('channels of the contact centre need an agent, who is written down as having entered it', async (t) => {
  const program = await aProgram(t)
  const call = { ...aPothole, channel: 'phone' }
  assert.equal((await program.post('/cases', call)).body.errors.channel.reason, 'needs-an-agent')
  const agent = await program.tokenOf('agent')
  const entered = await program.post('/cases', call, agent)
  assert.equal(entered.status, 201)
  const read = await program.get(`/desk/cases/${entered.body.id}`, agent)
  assert.deepEqual([read.status, read.body.channel], [200, 'phone'])
  assert.equal((await program.post('/cases', { ...aPothole, channel: 'import' }, agent)).status, 422)
  assert.equal((await program.post('/cases', aPothole, 'not-a-token')).status, 401)
})

test('a text brings categories and the entities behind them, with the words that speak for them', async (t) => {
  const program = await aProgram(t)
  const { body } = await program.post('/suggest', { text: 'في حفرة كبيرة في الشارع' })
  assert.equal(body.categories[0].id, 'potholes')
  assert.ok(body.categories[0].because.includes('حفرة'))
  assert.equal(body.entities[0].id, 'works')
  assert.deepEqual((await program.get('/entities')).body.entities.length, 4)
  assert.deepEqual((await program.get('/categories')).body.categories.length, 3)
  assert.equal((await program.get('/entities?colour=red')).body.errors.colour.reason, 'unknown-field')
})
