import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { Hono } from 'hono'
import { type HeaderChoices, securityHeaders } from './security-headers.ts'
import { attachment, sendFile } from './send-file.ts'

async function headersOf(choices: Partial<HeaderChoices> = {}, path = '/') {
  const app = new Hono()
  app.use(securityHeaders({ https: true, ...choices }))
  app.get('/', (c) => c.html('<p>'))
  app.get('/away', (c) => c.redirect('/'))
  app.get('/broken', () => {
    throw new Error('a bug')
  })
  app.get('/own', (c) => c.body('x', 200, { 'Cache-Control': 'public, max-age=60' }))
  app.get('/file', (c) =>
    sendFile(
      c,
      { name: 'a"ش.html', mediaType: 'text/plain', size: 7 },
      Readable.from([Buffer.from('<html/>')]),
    ),
  )
  app.onError((_, c) => c.text('sorry', 500))
  return app.request(path)
}

const csp = (answer: Response) =>
  new Map(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources.join(' ')]
    }),
  )

describe('a page keeps to itself', () => {
  test('no script, no foreign source, no frame, no base', async () => {
    const policy = csp(await headersOf())
    assert.equal(policy.get('default-src'), "'none'")
    assert.equal(policy.get('script-src'), undefined)
    assert.equal(policy.get('form-action'), "'self'")
    assert.equal(policy.get('frame-ancestors'), "'none'")
    assert.equal(policy.get('base-uri'), "'none'")
    assert.equal(policy.get('img-src'), "'self' data:")
    assert.doesNotMatch([...policy.values()].join(' '), /unsafe|\*|https?:/)
  })

  test('staff get scripts of our own files, and no text becomes markup', async () => {
    const policy = csp(await headersOf({ scripts: true }))
    assert.equal(policy.get('script-src'), "'self'")
    assert.equal(policy.get('require-trusted-types-for'), "'script'")
  })

  test('a form may lead to where the nation signs in', async () => {
    const policy = csp(await headersOf({ formTargets: ['https://id.example'] }))
    assert.equal(policy.get('form-action'), "'self' https://id.example")
  })

  test('on every answer: redirects and failures too', async () => {
    for (const path of ['/', '/away', '/broken', '/nowhere']) {
      const { headers } = await headersOf({ personal: true }, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path)
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path)
      assert.equal(headers.get('cache-control'), 'no-store', path)
      assert.ok(headers.get('content-security-policy'), path)
    }
  })

  test('https is demanded only of a service that has it', async () => {
    assert.match((await headersOf()).headers.get('strict-transport-security') ?? '', /^max-age=63072000/)
    const plain = await headersOf({ https: false })
    assert.equal(plain.headers.get('strict-transport-security'), null)
    assert.equal(csp(plain).has('upgrade-insecure-requests'), false)
  })

  test('what a handler says itself stays', async () => {
    const { headers } = await headersOf({ personal: true }, '/own')
    assert.equal(headers.get('cache-control'), 'public, max-age=60')
  })
})

describe('an uploaded file is to be saved, never to be opened', () => {
  test('whatever it is: as an attachment, in a sandbox, without guessing', async () => {
    const answer = await headersOf({}, '/file')
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; /)
    assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'.*sandbox$/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8')
    assert.equal(await answer.text(), '<html/>')
  })

  test('its name arrives in every script and breaks no header', () => {
    const name = 'صورة "١";\r\nX: \u0000\ud83d\'(a)*%41.jpg'
    const header = attachment(name)
    assert.match(header, /^[\x20-\x7e]+$/)
    const [, plain, exact] =
      /^attachment; filename="([^"\\]*)"; filename\*=UTF-8''([\w.~%!-]+)$/.exec(header) ?? []
    assert.ok(plain)
    assert.equal(decodeURIComponent(exact ?? ''), name.toWellFormed())
  })
})
