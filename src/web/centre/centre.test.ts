import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWithPin, openCase } from '#cases'
import { anApp } from '../../../test/kit/app.ts'
import { officer } from '../../../test/kit/country.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { type Seen, textOf } from '../../../test/kit/visitor.ts'

const A_CALL = {
  channel: 'phone',
  text: 'تقول: الكهرباء مقطوعة من أمس والأطفال في الحر',
  type: 'complaint',
  language: 'ar',
  name: 'أم علي',
  phone: '33112233',
}

/** The form of the page itself, not that of signing out. */
const formOf = ({ html }: Seen, action: string) => {
  const [, hidden = ''] = /<main.*?<form[^>]*method="post"[^>]*>(.*?)<\/form>/s.exec(html) ?? []
  const found = [...hidden.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return { action, hidden: Object.fromEntries(found.map(([, name = '', value = '']) => [name, value])) }
}

test('a call is registered, with a category from its words, a number, a PIN and a date to read out', async (t) => {
  const app = await anApp(t)
  const { tools } = app
  const amal = await atDesk(app, app.country.people.agent)
  const page = '/ar/centre/new'
  const suggested = await amal.post(formOf(await amal.get(page), page), { ...A_CALL, do: 'suggest' })
  assert.equal(suggested.status, 200)
  assert.match(textOf(suggested.html), /انقطاع الكهرباء/)
  assert.match(suggested.html, /value="33112233"/)
  const registered = await amal.post(formOf(suggested, page), {
    ...A_CALL,
    category: 'power-cuts',
    do: 'register',
  })
  const said = textOf(registered.html)
  assert.match(said, /سُجّل الطلب/)
  const [reference = ''] = /26-\d{4}-\d{4}-\d/.exec(said) ?? []
  const [, one, other] = /(\d{3}) (\d{3})/.exec(said.slice(said.indexOf(reference) + reference.length)) ?? []
  const found = a.granted(await findWithPin(tools, { reference, pin: `${one}${other}` }))
  assert.equal(found.channel, 'phone')
  assert.equal(found.category, 'power-cuts')
  assert.equal(found.enteredBy, app.country.people.agent.id)
})

test('sent twice it is one case; without its words it comes back with everything else', async (t) => {
  const app = await anApp(t)
  const amal = await atDesk(app, app.country.people.agent)
  const page = '/ar/centre/new'
  const form = formOf(await amal.get(page), page)
  const both = await Promise.all([1, 2].map(() => amal.post(form, { ...A_CALL, do: 'register' })))
  const numbers = both.map(({ html }) => /26-\d{4}-\d{4}-\d/.exec(html)?.[0])
  assert.ok(numbers[0])
  assert.equal(numbers[0], numbers[1])
  const wrong = await amal.post(formOf(await amal.get(page), page), {
    ...A_CALL,
    text: '',
    email: 'not an address',
    do: 'register',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /id="text"[^>]*aria-invalid/)
  assert.match(wrong.html, /id="email"[^>]*aria-invalid/)
  assert.match(wrong.html, /value="أم علي"/)
})

test('a caller’s case is opened by number or telephone, and is out of reach until then', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { id, reference } = await a.submitted(country)
  const amal = await atDesk(app, country.people.agent)
  assert.equal((await amal.get(`/ar/desk/cases/${id}`)).status, 404)
  for (const asked of [
    { reference, phone: '' },
    { reference: '', phone: '+973 3300 1122' },
  ]) {
    const found = await amal.post(formOf(await amal.get('/ar/centre'), '/ar/centre'), asked)
    assert.match(found.html, new RegExp(`value="${id}"`))
    assert.doesNotMatch(textOf(found.html), /حفرة/, 'nothing of its content before it is opened')
  }
  const guessed = await amal.post(
    { ...formOf(await amal.get('/ar/centre'), '/ar/centre/open') },
    { case: id, reference: '', phone: '+97399999999' },
  )
  assert.equal(guessed.status, 404)
  const found = await amal.post(formOf(await amal.get('/ar/centre'), '/ar/centre'), { reference, phone: '' })
  const opened = await amal.post(formTo(found, '/centre/open'))
  assert.equal(opened.path, `/ar/desk/cases/${id}`)
  assert.match(opened.html, /33001122/)
})

test('an agent takes the resident’s own steps while they are on the line', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { id, reference } = await a.answered(country)
  const amal = await atDesk(app, country.people.agent)
  const found = await amal.post(formOf(await amal.get('/ar/centre'), '/ar/centre'), { reference, phone: '' })
  await amal.post(formTo(found, '/centre/open'))
  const page = `/ar/desk/cases/${id}`
  await amal.step(page, '/rate', { solved: '2', respect: '5' })
  const objected = await amal.step(page, '/object', { reason: 'الحفرة رجعت بعد يومين' })
  assert.match(textOf(objected.html), /اعتُرض على الرد/)
  const { state, events } = a.granted(await openCase(country.tools, country.people.reviewer, id))
  assert.deepEqual([state.stage, state.solved, events.at(-1)?.role], ['objected', 2, 'agent'])
})

test('nobody else has the contact centre, and one agent’s callers are not another’s', async (t) => {
  const app = await anApp(t)
  const { country } = app
  for (const someone of [country.people.liaison, country.people.reviewer, country.people.admin]) {
    const visitor = await atDesk(app, someone)
    assert.equal((await visitor.get('/ar/centre/new')).status, 404)
    assert.equal((await visitor.get('/ar/centre')).status, 404)
  }
  const { id, reference } = await a.submitted(country)
  const amal = await atDesk(app, country.people.agent)
  const found = await amal.post(formOf(await amal.get('/ar/centre'), '/ar/centre'), { reference, phone: '' })
  await amal.post(formTo(found, '/centre/open'))
  const other = await atDesk(app, await officer(country.db, 'Zahra', 'agent'))
  assert.equal((await other.get(`/ar/desk/cases/${id}`)).status, 404)
})
