import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Context, Hono } from 'hono'
import { stoppedClock } from '#kernel'
import { protectForms } from './protect-forms.ts'
import { readForm } from './read-form.ts'
import { FORM_STATUS } from './refusal.ts'

/** A page with a form, and what it does with it. */
function aService({ secureCookies = false, publicUrl = 'https://sawt.example' } = {}) {
  const clock = stoppedClock('2026-10-01T09:00:00Z')
  const app = new Hono()
  const refuse = (c: Context) => c.text('from elsewhere', 403)
  app.use(protectForms({ secret: 's', clock, secureCookies, publicUrl, refuse }))
  app.onError((error, c) => c.text(error.message, 500))
  app.get('/plain', (c) => c.text('no form here'))
  app.get('/', (c) => c.text(c.var.form.token()))
  app.post('/', async (c) => {
    const form = await readForm(c)
    if (!form.ok) return c.json({ reason: form.reason, typed: form.typed }, FORM_STATUS[form.reason])
    return c.text(`taken: ${form.value.text('said')}`)
  })
  app.post('/forgetful', (c) => c.text('changed something'))
  return { app, clock }
}

async function aVisitor({ app, clock }: ReturnType<typeof aService>) {
  const page = await app.request('/')
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
  const csrf = await page.text()
  const post = (headers: Record<string, string> = {}, fields: Record<string, string> = { csrf }) =>
    app.request('/', {
      method: 'POST',
      headers: { cookie, ...headers },
      body: new URLSearchParams({ ...fields, said: 'my words' }),
    })
  return { page, cookie, csrf, post, clock }
}

describe('a form of ours is taken', () => {
  const ways: Record<string, Record<string, string>> = {
    'with the usual headers': {
      'sec-fetch-site': 'same-origin',
      origin: 'http://localhost',
      host: 'localhost',
    },
    'with Origin: null, as pages without referrer send it': { origin: 'null' },
    'without any of these headers': {},
    'from an old browser that says its origin': { origin: 'http://localhost', host: 'localhost' },
    'through a proxy that changes the host': { origin: 'https://sawt.example', host: 'inside:8080' },
    'reloaded by hand': { 'sec-fetch-site': 'none' },
  }
  for (const [way, headers] of Object.entries(ways)) {
    test(way, async () => {
      const answer = await (await aVisitor(aService())).post(headers)
      assert.equal(await answer.text(), 'taken: my words')
    })
  }
})

describe('a form from elsewhere is not', () => {
  const ways: Record<string, Record<string, string>> = {
    'another site': { 'sec-fetch-site': 'cross-site', origin: 'null' },
    'a neighbour under the same domain': { 'sec-fetch-site': 'same-site' },
    'another origin in an old browser': { origin: 'https://evil.example', host: 'localhost' },
    'an origin that is none': { origin: 'evil', host: 'localhost' },
  }
  for (const [way, headers] of Object.entries(ways)) {
    test(way, async () => {
      const answer = await (await aVisitor(aService())).post(headers)
      assert.deepEqual([answer.status, await answer.text()], [403, 'from elsewhere'])
    })
  }

  test('without a token, or with that of another visitor; and its words are not shown in our page', async () => {
    const service = aService()
    const [victim, attacker] = [await aVisitor(service), await aVisitor(service)]
    for (const fields of [{}, { csrf: '' }, { csrf: attacker.csrf }] as Record<string, string>[]) {
      const answer = await victim.post({}, fields)
      assert.equal(answer.status, 403)
      assert.deepEqual(await answer.json(), { reason: 'form-not-ours', typed: [] })
    }
  })

  test('without the cookie: said as what it is', async () => {
    const answer = await (await aVisitor(aService())).post({ cookie: 'visitor=forged' })
    assert.deepEqual(await answer.json(), { reason: 'form-cookie-missing', typed: [] })
  })
})

test('a form left open for a day is refused, and nothing typed is lost', async () => {
  const visitor = await aVisitor(aService())
  visitor.clock.forward({ hours: 25 })
  const answer = await visitor.post()
  assert.equal(answer.status, 403)
  assert.deepEqual(await answer.json(), { reason: 'form-expired', typed: [['said', 'my words']] })
})

describe("the visitor's cookie", () => {
  test('is given only where there is a form', async () => {
    const { app } = aService()
    assert.equal((await app.request('/plain')).headers.get('set-cookie'), null)
  })

  test('is secure and bound to the host under https, and plain without', async () => {
    const given = async (secureCookies: boolean) =>
      (await aVisitor(aService({ secureCookies }))).page.headers.get('set-cookie') ?? ''
    const attributes = '[\\w-]{43}; Max-Age=2592000; Path=/; HttpOnly; '
    assert.match(await given(true), new RegExp(`^__Host-visitor=${attributes}Secure; SameSite=Lax$`))
    assert.match(await given(false), new RegExp(`^visitor=${attributes}SameSite=Lax$`))
  })

  test('stays the same from page to page', async () => {
    const service = aService()
    const { cookie } = await aVisitor(service)
    const again = await service.app.request('/', { headers: { cookie } })
    assert.equal(again.headers.get('set-cookie')?.split(';')[0], cookie)
  })

  test('is replaced when it is not one of ours', async () => {
    const answer = await aService().app.request('/', { headers: { cookie: 'visitor=../../x' } })
    assert.match(answer.headers.get('set-cookie') ?? '', /^visitor=[\w-]{43};/)
  })
})

test('a handler that changes something without reading its form is reported as a bug', async () => {
  const answer = await aService().app.request('/forgetful', { method: 'POST' })
  assert.deepEqual([answer.status, await answer.text()], [500, '/forgetful did not read its form'])
})

test('a form that is read without protection is reported as a bug', async () => {
  const app = new Hono()
  app.post('/', async (c) => c.json(await readForm(c)))
  app.onError((error, c) => c.text(error.message, 500))
  const answer = await app.request('/', { method: 'POST', body: new URLSearchParams({ a: '1' }) })
  assert.equal(await answer.text(), '/ is not behind protectForms')
})
