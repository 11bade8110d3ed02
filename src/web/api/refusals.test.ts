import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel'
import { aProgram, type Program } from '../../../test/kit/program.ts'
import { aPothole, submitted } from '../../../test/kit/situations.ts'

/** Every operation of the description with the statuses it names. */
const operations = ({ description }: Program) =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses, 'x-roles': roles }]) => ({
      operation: `${method} ${path}`,
      method: method.toUpperCase(),
      address: path.replace('/api/v1', ''),
      statuses: Object.keys(responses).map(Number),
      roles,
    })),
  )

/** A body that each POST takes. */
const good = (address: string, secrets: object): object => {
  if (address === '/cases') return aPothole
  if (address === '/suggest') return { text: 'حفرة' }
  if (address === '/cases/lookup') return secrets
  if (address === '/cases/lookup/steps') return { ...secrets, step: 'add', text: 'x' }
  return { step: 'note', note: 'x' }
}

/** Makes every part of the house fail that a request may come to. */
function breakDown({ tools }: Program, code: string) {
  const fail = () => Promise.reject(Object.assign(new Error('secret: the socket is gone'), { code }))
  const db = { row: fail, rows: fail, run: fail, transaction: fail }
  Object.assign(tools, { db: { ...tools.db, ...db }, directory: fail, suggest: fail })
}

test('every answer and every refusal that is described is really given, and as described', async (t) => {
  const program = await aProgram(t)
  const { id } = await submitted(program.country)
  const [reviewer, stranger] = [await program.tokenOf('reviewer'), await program.tokenOf('integrity')]
  const { reference, pin } = (await program.post('/cases', aPothole)).body
  const secrets = { reference, pin }
  const all = operations(program).map((each) => ({
    ...each,
    send: (given: object = {}, named = id) =>
      program.ask(each.method, each.address.replace('{id}', named), {
        ...(each.method === 'POST' && { body: good(each.address, secrets) }),
        ...(each.roles && { token: reviewer }),
        ...given,
      }),
  }))
  for (const { method, address, roles, send } of all) {
    await send()
    await send({ token: 'wrong' })
    if (roles) await send({ token: stranger })
    if (address.includes('{id}')) await send({}, newId())
    if (method === 'GET')
      await program.ask('GET', `${address.replace('{id}', id)}?colour=red`, { token: roles && reviewer })
    for (const body of ['{', '{"colour":"red"}', `{"text":"${'x'.repeat(300_000)}"}`])
      if (method === 'POST') await send({ body, headers: { 'content-type': 'application/json' } })
    if (method === 'POST') await send({ headers: { 'content-type': 'text/plain' } })
  }
  await program.post(`/desk/cases/${id}/steps`, { step: 'verify' }, reviewer)
  for (const step of ['accept', 'route']) await program.post('/cases/lookup/steps', { ...secrets, step })
  const headers = { 'x-forwarded-for': '192.0.2.1' }
  for (let n = 0; n < 301; n++) {
    await program.post('/suggest', { text: 'x' }, undefined, headers)
    await program.post('/cases', { type: 'violation' }, undefined, headers)
  }
  for (let n = 0; n < 61; n++)
    for (const address of ['/cases/lookup', '/cases/lookup/steps'])
      await program.post(
        address,
        { reference: 'x', pin: 'x', ...(address.endsWith('s') && { step: 'add' }) },
        undefined,
        headers,
      )
  for (const code of ['XX000', 'ECONNREFUSED']) {
    breakDown(program, code)
    for (const { send } of all) {
      const said = await send()
      assert.equal(said.status, code === 'XX000' ? 500 : 503)
      assert.equal(said.headers.get('retry-after'), code === 'XX000' ? null : '5')
      assert.doesNotMatch(said.text, /secret|socket/, 'what broke is for the log, not for the world')
    }
  }
  const unheard = all.flatMap(({ operation, statuses }) =>
    statuses.map((status) => `${operation} ${status}`).filter((each) => !program.answered.has(each)),
  )
  assert.deepEqual(unheard, [])
})
