import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { aProgram } from '../../../test/kit/program.ts'

test('the description is valid OpenAPI 3.1, says somebody who did not write it', async (t) => {
  const { description } = await aProgram(t)
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(description)))
  assert.deepEqual([valid, errors], [true, undefined])
  assert.match(String(description.openapi), /^3\.1\./)
})

test('every address of the API is described, and everything described has an address', async (t) => {
  const { app, description } = await aProgram(t)
  const served = app.routes
    .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
    .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(':id', '{id}')}`)
    .filter((route) => route !== 'get /api/v1/openapi.json')
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  assert.deepEqual([...new Set(served)].sort(), described.sort())
})

test('what the design fixed for outside programs is there', async (t) => {
  const { description } = await aProgram(t)
  for (const [method, path] of [
    ['post', '/cases'],
    ['post', '/cases/lookup'],
    ['post', '/cases/lookup/steps'],
    ['post', '/suggest'],
    ['get', '/entities'],
    ['get', '/categories'],
    ['get', '/desk/cases'],
    ['get', '/desk/cases/{id}'],
    ['get', '/desk/cases/{id}/events'],
    ['post', '/desk/cases/{id}/steps'],
    ['get', '/desk/cases/{id}/similar'],
    ['get', '/indicators'],
    ['get', '/problems'],
  ] as const)
    assert.ok(description.paths[`/api/v1${path}`]?.[method], `${method} ${path}`)
})

test('whatever is asked wrongly below /api is refused as a problem, in the language asked for', async (t) => {
  const { app } = await aProgram(t)
  const nowhere = await app.request('/api/v1/nowhere', { headers: { 'accept-language': 'en-GB,ar;q=0.5' } })
  assert.equal(nowhere.status, 404)
  assert.equal(nowhere.headers.get('content-type'), 'application/problem+json')
  assert.equal(((await nowhere.json()) as { title: string }).title, 'Nothing lives at this address.')
  const arabic = await app.request('/api/v1/nowhere', { headers: { 'accept-language': 'fr, ar;q=0.2' } })
  assert.equal(arabic.headers.get('content-language'), 'ar')
  const put = await app.request('/api/v1/cases', { method: 'PUT' })
  assert.deepEqual([put.status, put.headers.get('allow')], [405, 'POST'])
})

test('answers are kept by nobody and never become a page', async (t) => {
  const { get } = await aProgram(t)
  const { headers } = await get('/entities')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/)
})
