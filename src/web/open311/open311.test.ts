import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { createToken } from '#people'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { A_REPLY, granted, staff, step } from '../../../test/kit/situations.ts'

type Test = Parameters<typeof anApp>[0]
type Fields = Record<string, string>

const A_HOLE = {
  service_code: 'potholes',
  description: 'حفرة كبيرة أمام المدرسة <script> & "أخرى"',
  lat: '26.223456',
  long: '50.587654',
  address_string: 'شارع المدرسة',
  first_name: 'Fatima',
  email: 'fatima@example.org',
}

/** An outside program as FixMyStreet is one, with its key. */
async function aClient(t: Test) {
  const { app, tools, country } = await anApp(t)
  const keyFor = async (name: string) =>
    granted(await createToken(tools, 'installation', { role: 'agent', name })).token
  const get = (path: string) => app.request(`/open311/v2/${path}`)
  const post = (path: string, fields: Fields) =>
    app.request(`/open311/v2/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
  const send = async (fields: Fields) => {
    const response = await post('requests.json', fields)
    assert.equal(response.status, 201, await response.clone().text())
    const [made] = (await response.json()) as Fields[]
    return made?.service_request_id ?? ''
  }
  return { ...{ app, tools, country, keyFor, get, post, send }, key: await keyFor('FixMyStreet') }
}

const asJson = async (response: Promise<Response> | Response) => (await response).json() as Promise<Fields[]>

test('discovery names two endpoints, in both formats, with bare content types', async (t) => {
  const { get } = await aClient(t)
  const json = await get('discovery.json')
  assert.equal(json.headers.get('content-type'), 'application/json')
  const { endpoints } = (await json.json()) as { endpoints: Fields[] }
  assert.ok(endpoints.length >= 2)
  assert.ok(endpoints.every(({ url }) => url === 'http://localhost/open311/v2'))
  const xml = await get('discovery.xml')
  assert.equal(xml.headers.get('content-type'), 'text/xml')
  const text = await xml.text()
  assert.equal(XMLValidator.validate(text), true)
  const read = new XMLParser().parse(text) as {
    discovery: { endpoints: { endpoint: { formats: unknown }[] } }
  }
  assert.deepEqual(read.discovery.endpoints.endpoint[0]?.formats, {
    format: ['text/xml', 'application/json'],
  })
})

test('every category of the country is a service, and says what else may be told', async (t) => {
  const { get } = await aClient(t)
  const services = await asJson(get('services.json?locale=en'))
  const potholes = services.find(({ service_code: code }) => code === 'potholes')
  assert.equal(potholes?.type, 'realtime')
  const definition = (await (await get('services/potholes.json')).json()) as { attributes: Fields[] }
  assert.deepEqual(
    definition.attributes.map(({ code }) => code),
    ['type', 'remedy'],
  )
  assert.equal(XMLValidator.validate(await (await get('services/potholes.xml')).text()), true)
  assert.equal((await get('services/nothing.json')).status, 404)
})

test('a request becomes a case with its number, and its sender may follow it to the answer', async (t) => {
  const { country, send, get, key } = await aClient(t)
  const number = await send({ ...A_HOLE, api_key: key })
  const [open] = await asJson(get(`requests/${number}.json?api_key=${key}`))
  assert.equal(open?.status, 'open')
  assert.equal(open?.description, A_HOLE.description)
  const row = await country.db.row<{ id: string }>(
    sql`select id from cases where reference = ${number.replaceAll('-', '')}`,
  )
  const found = { id: row?.id ?? '' }
  const { reviewer, liaison, releaser } = country.people
  granted(await step(country, staff(reviewer), found, 'route', { entity: 'works', category: 'potholes' }))
  granted(await step(country, staff(liaison), found, 'reply', A_REPLY))
  granted(await step(country, staff(reviewer), found, 'verify'))
  granted(await step(country, staff(releaser), found, 'release'))
  const [closed] = await asJson(get(`requests/${number}.json?api_key=${key}`))
  assert.equal(closed?.status, 'closed')
  const told = await asJson(get(`servicerequestupdates.json?api_key=${key}`))
  assert.equal(told.at(-1)?.status, 'closed')
  assert.equal(told.at(-1)?.service_request_id, number)
  assert.ok(told.every(({ description }) => description))
})

test('what was sent in the same words of XML comes back as it was', async (t) => {
  const { get, send, key } = await aClient(t)
  const number = await send({ ...A_HOLE, api_key: key })
  const text = await (await get(`requests/${number}.xml?api_key=${key}`)).text()
  assert.equal(XMLValidator.validate(text), true)
  const read = new XMLParser({ processEntities: true }).parse(text) as {
    service_requests: { request: Fields }
  }
  assert.equal(read.service_requests.request.description, A_HOLE.description)
})

test('without a key nobody reads a word that a person wrote, nor where exactly it was', async (t) => {
  const { get, send, key } = await aClient(t)
  const number = await send({ ...A_HOLE, api_key: key })
  const response = await get('requests.json')
  const text = await response.text()
  assert.ok(text.includes(number))
  for (const secret of ['المدرسة', 'Fatima', 'fatima@', '26.223456', '50.587654'])
    assert.ok(!text.includes(secret), secret)
  assert.ok(text.includes('26.223'))
})

test('another program’s cases are as if they were not there', async (t) => {
  const { get, post, send, key, keyFor } = await aClient(t)
  const number = await send({ ...A_HOLE, api_key: key })
  const other = await keyFor('Another')
  assert.equal((await get(`requests/${number}.json?api_key=${other}`)).status, 404)
  assert.deepEqual(await asJson(get(`servicerequestupdates.json?api_key=${other}`)), [])
  const update = { api_key: other, service_request_id: number, description: 'x' }
  assert.equal((await post('servicerequestupdates.json', update)).status, 404)
  assert.equal((await get(`requests/${number}.json?api_key=wrong`)).status, 403)
})

test('a report that is sent again because no answer was heard makes one case', async (t) => {
  const { send, post, key } = await aClient(t)
  const report = { ...A_HOLE, api_key: key, 'attribute[fixmystreet_id]': '4711' }
  const numbers = await Promise.all([send(report), send(report), send(report)])
  assert.equal(new Set(numbers).size, 1)
  const changed = await post('requests.json', { ...report, description: 'something else' })
  assert.equal(changed.status, 409)
})

test('an update reaches the case, once, and closed or foreign cases say why not', async (t) => {
  const { get, post, send, key } = await aClient(t)
  const number = await send({ ...A_HOLE, api_key: key })
  const update = { api_key: key, service_request_id: number, update_id: '9', description: 'كبرت الحفرة' }
  assert.equal((await post('servicerequestupdates.xml', update)).status, 201)
  assert.equal((await post('servicerequestupdates.xml', update)).status, 201)
  const told = await asJson(get(`servicerequestupdates.json?api_key=${key}`))
  assert.equal(told.filter(({ description }) => description === 'كبرت الحفرة').length, 1)
})

test('what is missing or cannot be meant is refused in the standard’s way', async (t) => {
  const { get, post } = await aClient(t)
  const refusals: [Promise<Response> | Response, number][] = [
    [post('requests.json', { description: 'x' }), 400],
    [post('requests.json', { service_code: 'potholes' }), 400],
    [post('requests.json', { service_code: 'nothing', description: 'x' }), 404],
    [post('requests.json', { ...A_HOLE, lat: 'north' }), 400],
    [post('requests.json', { ...A_HOLE, description: 'a\u0000b' }), 400],
    [post('requests.json', { ...A_HOLE, description: 'x'.repeat(100_000) }), 413],
    [get('requests.json?start_date=yesterday'), 400],
    [get('requests.json?status=asleep'), 400],
    [get('requests.json?jurisdiction_id=atlantis'), 404],
    [get('servicerequestupdates.json'), 403],
    [get('tokens/26-0000-0000-0.json'), 404],
    [get('nothing.json'), 404],
  ]
  for (const [asked, status] of refusals) {
    const response = await asked
    assert.equal(response.status, status)
    const [error] = (await response.json()) as Fields[]
    assert.equal(Number(error?.code), status)
    assert.ok(error?.description)
  }
})

test('a token is the number of the request', async (t) => {
  const { get, send } = await aClient(t)
  const number = await send(A_HOLE)
  const [told] = await asJson(get(`tokens/${number}.json`))
  assert.deepEqual(told, { service_request_id: number, token: number })
})
