import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmSignIn, findToken, listStaff, signIn, signInLimits, totpCode } from '#people'
import { formTo, sessionOf } from '../../../test/kit/staff.ts'
import { aVisitor } from '../../../test/kit/visitor.ts'
import { anOffice, type Office, saidIn, typedIn } from './office.examples.ts'

const LULWA = { name: 'لولوة', email: 'lulwa@housing.example', language: 'ar' }

const found = async ({ tools, country }: Office, name: string) => {
  const listed = await listStaff(tools, country.people.admin)
  const person = listed.ok ? listed.value.find((each) => each.name === name) : undefined
  assert.ok(person, name)
  return person
}

test('what a new person signs in with is shown once, and opens the door', async (t) => {
  const office = await anOffice(t)
  const made = await office.fill('/ar/admin/staff/new', LULWA)
  assert.equal(made.path, '/ar/admin/handed-out')
  assert.equal(made.headers.get('cache-control'), 'no-store')
  const [password = '', key = ''] = [...made.html.matchAll(/<code[^>]*>([^<]*)</g)].map(
    ([, secret]) => secret,
  )
  assert.match(key, /^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  assert.match(made.html, /<svg[^>]*>.*<\/svg>/s)
  const door = { ...office.tools, limits: signInLimits() }
  const first = await signIn(door, { email: LULWA.email, password, address: '::1' })
  assert.ok(first.ok)
  const code = totpCode(key.replaceAll(' ', ''), office.tools.clock.now())
  assert.ok((await confirmSignIn(office.tools, { pending: first.value.pending, code })).ok)
  const reloaded = await office.adel.get('/ar/admin/handed-out')
  assert.match(saidIn(reloaded), /عُرض من قبل/)
  assert.ok(!reloaded.html.includes(password))
})

test('an address that somebody has is refused, and the name stays typed', async (t) => {
  const office = await anOffice(t)
  await office.fill('/en/admin/staff/new', LULWA)
  const refused = await office.fill('/en/admin/staff/new', { ...LULWA, name: 'Another' })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /id="email-error"/)
  assert.equal(typedIn(refused).name, 'Another')
})

test('a role is granted on a scope with dates, after the code was asked for again', async (t) => {
  const office = await anOffice(t)
  const { liaison } = office.country.people
  const path = `/en/admin/staff/${liaison.id}/grant?role=handler`
  const wanted = { unit: 'works-lights', from: '2026-10-05', until: '2026-10-31' }
  const wrong = await office.fill(path, { ...wanted, code: '000000' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /id="code-error"/)
  assert.equal(typedIn(wrong).unit, 'works-lights')
  const granted = await office.fill(path, { ...wanted, code: office.code() })
  const said = saidIn(granted)
  assert.match(said, /The role is granted/)
  assert.match(said, /Lighting · Ministry of Works Begins 5 October 2026 Until 31 October 2026 Adel/)
  office.country.clock.set('2026-10-06T10:00:00+03:00')
  assert.ok((await found(office, 'Salem')).grants.some(({ scopeId }) => scopeId === 'works-lights'))
  office.country.clock.set('2026-11-01T00:00:00+03:00')
  assert.ok(!(await found(office, 'Salem')).grants.some(({ scopeId }) => scopeId === 'works-lights'))
})

test('what is wrong with a grant is said before the code is used up', async (t) => {
  const office = await anOffice(t)
  const { liaison } = office.country.people
  const path = `/en/admin/staff/${liaison.id}/grant?role=liaison`
  const code = office.code()
  for (const [field, change] of [
    ['entity', { entity: '' }],
    ['entity', { entity: 'moon' }],
    ['until', { entity: 'housing', until: '2026-09-30' }],
    ['from', { entity: 'housing', from: 'tomorrow' }],
  ] as const) {
    const refused = await office.fill(path, { ...change, code })
    assert.match(refused.html, new RegExp(`id="${field}-error"`), field)
  }
  assert.match(saidIn(await office.fill(path, { entity: 'housing', code })), /The role is granted/)
})

test('nobody grants themselves a role, ends their own or closes their own account', async (t) => {
  const office = await anOffice(t)
  const { admin } = office.country.people
  const own = saidIn(await office.adel.get(`/en/admin/staff/${admin.id}`))
  assert.match(own, /This is your own account/)
  assert.doesNotMatch(own, /Close the account|Grant a role/)
  const path = `/en/admin/staff/${admin.id}/grant?role=reviewer`
  assert.match(saidIn(await office.fill(path, { code: office.code() })), /Nobody changes their own rights/)
  assert.deepEqual(
    (await found(office, 'Adel')).grants.map(({ role }) => role),
    ['admin'],
  )
})

test('a grant ends, and the page keeps it among those that ended', async (t) => {
  const office = await anOffice(t)
  const { liaison } = office.country.people
  office.country.clock.forward({ minutes: 10 })
  const ended = await office.fill(`/en/admin/staff/${liaison.id}`, {}, '/end-grant')
  assert.match(saidIn(ended), /No role now .* Roles that ended Role .* Liaison officer Ministry of Works/)
})

test('a closed account is out at once, and comes back with its roles', async (t) => {
  const office = await anOffice(t)
  const { reviewer } = office.country.people
  const rana = aVisitor(office)
  rana.cookies.set('staff', await sessionOf(office, reviewer))
  assert.equal((await rana.get('/ar/desk')).path, '/ar/desk')
  const path = `/ar/admin/staff/${reviewer.id}`
  assert.match(saidIn(await office.fill(path, {}, '/disable')), /أُوقف الحساب/)
  assert.notEqual((await rana.get('/ar/desk')).path, '/ar/desk')
  assert.match(saidIn(await office.fill(path, {}, '/enable')), /عاد الحساب إلى العمل/)
  assert.equal((await found(office, 'Rana')).grants.length, 1)
})

test('a lost telephone: sessions end, and a new key is shown once', async (t) => {
  const office = await anOffice(t)
  const { reviewer } = office.country.people
  const path = `/en/admin/staff/${reviewer.id}`
  assert.match(saidIn(await office.fill(path, {}, '/sessions')), /All sessions of this account have ended/)
  const refused = await office.fill(path, { 'code-second-factor': '000000' }, '/second-factor')
  assert.match(refused.html, /id="code-second-factor-error"/)
  const factor = await office.fill(path, { 'code-second-factor': office.code() }, '/second-factor')
  assert.match(saidIn(factor), /Authenticator key [A-Z2-7]{4} /)
  office.country.clock.forward({ seconds: 30 })
  const password = await office.fill(path, { 'code-password': office.code() }, '/password')
  assert.match(saidIn(password), /Password \w{5}-\w{5}-\w{5}-\w{5}/)
})

test('nobody resets their own secrets here: the session that would show them ends first', async (t) => {
  const office = await anOffice(t)
  const { admin, reviewer } = office.country.people
  const form = formTo(await office.adel.get(`/en/admin/staff/${reviewer.id}`), '/second-factor')
  const action = `/en/admin/staff/${admin.id}/second-factor`
  const refused = await office.adel.post({ ...form, action }, { 'code-second-factor': office.code() })
  assert.match(saidIn(refused), /Nobody changes their own rights/)
  assert.equal((await office.adel.get('/en/admin')).status, 200)
})

test('a program’s token is shown once, works for its one role, and is revoked by a button', async (t) => {
  const office = await anOffice(t)
  const { db, clock } = office.country
  const path = '/en/admin/tokens/new?role=analyst'
  const wanted = { name: 'Statistics portal', entity: 'works' }
  assert.match((await office.fill(path, { ...wanted, code: '1' })).html, /id="code-error"/)
  const made = await office.fill(path, { ...wanted, code: office.code() })
  const token = /<code[^>]*>(sawt_[\w-]+)</.exec(made.html)?.[1] ?? ''
  const officer = await findToken(db, token, clock.now())
  assert.deepEqual(
    officer?.grants.map(({ role, scopeId }) => [role, scopeId]),
    [['analyst', 'works']],
  )
  const listed = await office.adel.get('/en/admin/tokens')
  assert.match(saidIn(listed), /Statistics portal Policy analyst Ministry of Works/)
  assert.ok(!listed.html.includes(token))
  assert.match(saidIn(await office.fill('/en/admin/tokens', {}, '/tokens')), /opens nothing from now on/)
  assert.equal(await findToken(db, token, clock.now()), undefined)
})

test('the list is narrowed by name, role, entity and state', async (t) => {
  const { adel } = await anOffice(t)
  const said = async (query: string) => saidIn(await adel.get(`/en/admin/staff?${query}`))
  assert.match(await said('role=releaser'), /Layla .* Nasser .* 1–2 of 2/)
  assert.match(await said('entity=works'), /Dr Maryam .* Salem .* Yusuf .* 1–3 of 3/)
  assert.match(await said('state=disabled'), /Nobody is like this/)
  assert.match(await said('q=HUDA'), /Huda .* 1–1 of 1/)
})
