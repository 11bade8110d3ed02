import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantStaff, totpCode } from '#people'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { aVisitor, textOf, type Visitor } from '../../../test/kit/visitor.ts'

const SECRETS = { password: 'lantern-harbour-palm-7', totpSecret: 'SAWTDEMOSAWTDEMOSAWTDEMOSAWTDEMO' }
const EMAIL = 'rana@sawt.example'

async function withRana(t: Parameters<typeof anApp>[0], demonstration = true) {
  const app = await anApp(t, { demonstration })
  const grants = [{ role: 'reviewer' }]
  const people = [{ name: 'Rana', email: EMAIL, language: 'ar' as const, grants }]
  a.granted(await plantStaff(app.tools, { ...SECRETS, people }))
  return app
}

const code = ({ country }: App) => totpCode(SECRETS.totpSecret, country.clock.now())

async function signedIn(app: App, visitor: Visitor, path = '/ar/staff/sign-in') {
  const asked = await visitor.post(formTo(await visitor.get(path), 'sign-in(?:\\?[^"]*)?'), {
    email: EMAIL,
    password: SECRETS.password,
  })
  assert.match(textOf(asked.html), /رمز التحقق/)
  return visitor.post(formTo(asked, 'code(?:\\?[^"]*)?'), { code: code(app) })
}

test('staff sign in with a password and a code, and land on their queue', async (t) => {
  const app = await withRana(t)
  const visitor = aVisitor(app)
  const desk = await signedIn(app, visitor)
  assert.equal(desk.path, '/ar/desk')
  assert.match(textOf(desk.html), /Rana/)
})

test('a password alone opens nothing', async (t) => {
  const app = await withRana(t)
  const visitor = aVisitor(app)
  await visitor.send('/ar/staff/sign-in', { email: EMAIL, password: SECRETS.password })
  const desk = await visitor.get('/ar/desk')
  assert.match(desk.path, /^\/ar\/staff\/sign-in/)
})

test('a wrong password, an unknown address and a wrong code are said kindly and open nothing', async (t) => {
  const app = await withRana(t)
  const visitor = aVisitor(app)
  const wrong = await visitor.send('/ar/staff/sign-in', { email: EMAIL, password: 'not this one at all' })
  const unknown = await visitor.send('/ar/staff/sign-in', { email: 'nobody@sawt.example', password: 'x' })
  assert.equal(wrong.status, 422)
  const said = (html: string) => /error-summary.*?<\/section>/s.exec(html)?.[0]
  assert.equal(said(wrong.html), said(unknown.html))
  assert.match(wrong.html, /value="rana@sawt\.example"/)
  await visitor.send('/ar/staff/sign-in', { email: EMAIL, password: SECRETS.password })
  const other = await visitor.send('/ar/staff/sign-in/code', { code: '000000' })
  assert.equal(other.status, 422)
  assert.match((await visitor.get('/ar/desk')).path, /sign-in/)
})

test('whoever asked for a page comes back to it, and never to another site', async (t) => {
  const app = await withRana(t)
  const visitor = aVisitor(app)
  const door = await visitor.get('/ar/desk?view=late')
  assert.match(door.path, /to=/)
  const desk = await signedIn(app, visitor, door.path)
  assert.equal(desk.path, '/ar/desk?view=late')
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/follow',
    '/desk/../../x',
  ]) {
    const page = await aVisitor(app).get(`/ar/staff/sign-in?to=${encodeURIComponent(to)}`)
    assert.doesNotMatch(page.html, /action="[^"]*\?to=/, to)
  }
})

test('in a demonstration one tap on a name is enough, again and again; elsewhere there is no such door', async (t) => {
  const app = await withRana(t)
  const first = await aVisitor(app).send('/ar/staff/sign-in')
  assert.equal(first.status, 422)
  const tap = async (demo: App) => {
    const visitor = aVisitor(demo)
    const { hidden } = await visitor.open('/ar/staff/sign-in')
    return visitor.post({ action: '/ar/staff/sign-in/demonstration', hidden }, { email: EMAIL })
  }
  assert.equal((await tap(app)).path, '/ar/desk')
  assert.equal((await tap(app)).path, '/ar/desk')
  const real = await withRana(t, false)
  assert.equal((await tap(real)).status, 422)
  assert.doesNotMatch((await aVisitor(real).get('/ar/staff/sign-in')).html, /lantern/)
})

test('signing out ends the session, not only the cookie', async (t) => {
  const app = await anApp(t)
  const rana = await atDesk(app, app.country.people.reviewer)
  const token = rana.cookies.get('staff') ?? ''
  await rana.step('/ar/desk', '/sign-out')
  rana.cookies.set('staff', token)
  assert.match((await rana.get('/ar/desk')).path, /sign-in/)
})

test('a password is changed against the present one, and says what is wrong with a weak one', async (t) => {
  const app = await withRana(t)
  const visitor = aVisitor(app)
  await signedIn(app, visitor)
  const change = async (current: string, next: string) => {
    const form = formOfPassword(await visitor.get('/ar/staff/password'))
    return visitor.post(form, { current, next })
  }
  assert.match(
    textOf((await change('wrong', 'a new sentence to remember')).html),
    /كلمة المرور الحالية غير صحيحة/,
  )
  assert.match(textOf((await change(SECRETS.password, 'short')).html), /أقصر من خمسة عشر/)
  assert.match(textOf((await change(SECRETS.password, 'قارب أزرق يعبر الخليج')).html), /تغيّرت كلمة المرور/)
})

const formOfPassword = ({ html }: { html: string }) => ({
  action: '/ar/staff/password',
  hidden: { csrf: /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '' },
})

test('an administrator, who reads no case, is not shown a queue', async (t) => {
  const app = await anApp(t)
  const adel = await atDesk(app, app.country.people.admin)
  const { id } = await a.submitted(app.country)
  assert.doesNotMatch((await adel.get('/ar/desk?view=all')).html, new RegExp(id))
  assert.equal((await adel.get(`/ar/desk/cases/${id}`)).status, 404)
})
