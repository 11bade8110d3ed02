import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { createToken } from '#people'
import { anApp } from '../../../test/kit/app.ts'
import { granted } from '../../../test/kit/situations.ts'

type Row = Record<string, unknown>
type Told<Value> = (error: unknown, value: Value) => void

/** What the package says in its README; it has no types. */
interface Client {
  endpoint?: string
  serviceDiscovery(options: { cache: boolean }, told: Told<{ endpoints: Row[] }>): void
  serviceList(told: Told<Row[]>): void
  serviceDefinition(code: string, told: Told<{ attributes: Row[] }>): void
  submitRequest(data: Row, told: Told<Row[]>): void
  serviceRequests(id: string, params: Row, told: Told<Row[]>): void
  token(token: string, told: Told<Row[]>): void
}

const Open311 = createRequire(import.meta.url)('open311') as new (options: Row) => Client

/**
 * The client of other people, over a real connection. In JSON: the XML parsers that it names are gone from the
 * registry, and our XML is read by an independent parser in the tests beside this one.
 */
async function theClient(t: Parameters<typeof anApp>[0]) {
  const { app, tools } = await anApp(t)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  t.after(() => new Promise((closed) => server.close(closed)))
  if (!server.listening) await new Promise((listening) => server.once('listening', listening))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/open311/v2/`
  const { token } = granted(await createToken(tools, 'installation', { role: 'agent', name: 'City app' }))
  const client = new Open311({ discovery: `${root}discovery.json`, endpoint: root, apiKey: token })
  return { client, token }
}

test('the npm client discovers the endpoints and reads every service and its questions', async (t) => {
  const { client } = await theClient(t)
  const discover = promisify(client.serviceDiscovery.bind(client))
  const { endpoints } = await discover({ cache: false })
  assert.ok(endpoints.length >= 2)
  const services = await promisify(client.serviceList.bind(client))()
  assert.ok(services.some(({ service_code: code }) => code === 'potholes'))
  const definition = await promisify(client.serviceDefinition.bind(client))('potholes')
  assert.deepEqual(
    definition.attributes.map(({ code }) => code),
    ['type', 'remedy'],
  )
})

test('the npm client sends a request in Arabic and follows it by its number', async (t) => {
  const { client, token } = await theClient(t)
  const description = 'حفرة كبيرة أمام المدرسة & "أخرى" منذ أسبوع'
  const request = { service_code: 'potholes', description, lat: '26.22', long: '50.58' }
  const attributes = { remedy: 'إصلاح الشارع' }
  const [made] = await promisify(client.submitRequest.bind(client))({ ...request, attributes })
  const number = String(made?.service_request_id)
  const [told] = await promisify(client.token.bind(client))(number)
  assert.equal(told?.service_request_id, number)
  const [found] = await promisify(client.serviceRequests.bind(client))(number, { api_key: token })
  assert.equal(found?.status, 'open')
  assert.equal(found?.description, description)
  assert.ok(found?.requested_datetime instanceof Date)
})

test('the npm client hears why a request was refused', async (t) => {
  const { client } = await theClient(t)
  const submit = promisify(client.submitRequest.bind(client))
  await assert.rejects(submit({ service_code: 'potholes' }), (status) => String(status).includes('400'))
})
