import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { LOCALES, words } from '#words'
import * as a from '../../../test/kit/situations.ts'
import { sessionOf } from '../../../test/kit/staff.ts'
import { aVisitor } from '../../../test/kit/visitor.ts'
import { HARMLESS, NASTY } from '../forms/nasty-texts.ts'
import { anOffice, saidIn, typedIn } from './office.examples.ts'

const ADDRESSES = [
  '',
  '/entities',
  '/entities/works',
  '/categories/potholes',
  '/promises',
  '/calendars/government',
  '/staff',
  '/tokens',
  '/installation',
  '/audit',
  '/handed-out',
]

test('nobody but an administrator sees these pages, whatever else they may do', async (t) => {
  const office = await anOffice(t)
  const { reviewer, operator, head, minister, analyst } = office.country.people
  for (const officer of [reviewer, operator, head, minister, analyst]) {
    const visitor = aVisitor(office)
    visitor.cookies.set('staff', await sessionOf(office, officer))
    for (const address of ADDRESSES) {
      const page = await visitor.get(`/en/admin${address}`)
      assert.equal(page.status, 403, `${officer.name} ${address}`)
      assert.match(saidIn(page), /not among your rights/)
    }
  }
})

test('whoever is not signed in is led to the door and back; what they send changes nothing', async (t) => {
  const office = await anOffice(t)
  const stranger = aVisitor(office)
  assert.match((await stranger.get('/ar/admin/entities')).path, /^\/ar\/staff\/sign-in\?to=/)
  const sent = await stranger.post({ action: '/ar/admin/staff/new', hidden: {} }, { name: 'x' })
  assert.equal(sent.status, 403)
})

test('a form that another site made the browser send changes nothing', async (t) => {
  const { adel, tools } = await anOffice(t)
  const fields = { nameAr: 'غيره', nameEn: 'Other', calendar: 'government' }
  const sent = await adel.post({ action: '/ar/admin/entities/works', hidden: {} }, fields)
  assert.equal(sent.status, 403)
  assert.equal((await tools.directory()).entity('works')?.name.en, 'Ministry of Works')
})

test('an administrator sees the text of no case on any page', async (t) => {
  const { adel, country } = await anOffice(t)
  await a.answered(country)
  await a.routed(country)
  for (const address of ADDRESSES) {
    const { html } = await adel.get(`/ar/admin${address}`)
    assert.doesNotMatch(html, /مدرسة البنات|فاطمة|أصلحنا الحفرة/, address)
  }
})

test('the overview says what is missing, and leads to where it is mended', async (t) => {
  const { adel, fill } = await anOffice(t)
  const before = await adel.get('/en/admin')
  const said = saidIn(before)
  assert.match(said, /1 calendar has no holidays in 2027/)
  assert.match(said, /1 type of case has no written promise/)
  assert.match(said, /remedy outside government is not written/)
  assert.match(said, /people have no authenticator/)
  const holiday = { nameAr: 'العيد', nameEn: 'Eid', from: '2027-03-10', reason: 'Circular' }
  await fill('/en/admin/calendars/holiday', holiday)
  await fill('/en/admin/promises/set?type=violation', { days: '60' })
  await fill('/en/admin/installation', { remedyAr: 'ديوان المظالم', remedyEn: 'The ombudsman' })
  const after = saidIn(await adel.get('/en/admin'))
  assert.doesNotMatch(after, /no holidays|no written promise|remedy outside government is not/)
  await fill('/en/admin/entities/housing', { contactEmail: '' }, '/entities/housing')
  assert.match(
    saidIn(await adel.get('/en/admin')),
    /1 entity has not joined, and we do not know how to write/,
  )
})

test('the installation keeps its remedy in both languages, and what was typed when one is missing', async (t) => {
  const { fill } = await anOffice(t)
  const refused = await fill('/ar/admin/installation', { remedyAr: 'ديوان المظالم', timeZone: 'Asia/Amman' })
  assert.match(refused.html, /id="remedyEn-error"/)
  assert.deepEqual([typedIn(refused).remedyAr, typedIn(refused).timeZone], ['ديوان المظالم', 'Asia/Amman'])
  const saved = await fill('/ar/admin/installation', { remedyAr: 'ديوان المظالم', remedyEn: 'The ombudsman' })
  assert.equal(typedIn(saved).remedyEn, 'The ombudsman')
})

test('the record of changes says who changed what and why', async (t) => {
  const { fill, adel, country, code } = await anOffice(t)
  assert.match(saidIn(await adel.get('/en/admin/audit')), /No changes yet/)
  country.clock.forward({ minutes: 5 })
  await fill('/en/admin/promises/set?type=praise', { days: '4' })
  const holiday = { nameAr: 'العيد', nameEn: 'Eid', from: '2027-03-10', reason: 'Circular 14' }
  await fill('/en/admin/calendars/holiday', holiday)
  await fill(`/en/admin/staff/${country.people.analyst.id}/grant?role=reviewer`, { code: code() })
  const said = saidIn(await adel.get('/en/admin/audit'))
  assert.match(said, /Calendar Government hours, version 2 Calendar Circular 14 Adel/)
  assert.match(said, /Praise · Every case of this type: 4 working days Promise – Adel/)
  assert.match(said, /Ahlam: Central-office reviewer · The whole country Role – Adel/)
  assert.doesNotMatch(saidIn(await adel.get('/en/admin/audit?kind=grant')), /Circular 14/)
})

test('nasty texts in any field get an answer, never a fault', async (t) => {
  const { fill, adel } = await anOffice(t)
  for (const text of [...Object.values(HARMLESS), ...Object.values(NASTY).map(([nasty]) => nasty)]) {
    const { status } = await fill(
      '/ar/admin/entities/works',
      { nameAr: text, contactPhone: text },
      '/entities/works',
    )
    assert.ok(status < 500, JSON.stringify(text))
    for (const place of [
      'entities?q=',
      'calendars/government?month=',
      'staff?after=',
      'promises/set?entity=',
    ])
      assert.ok((await adel.get(`/ar/admin/${place}${encodeURIComponent(text.toWellFormed())}`)).status < 500)
  }
})

test('the address of a button leads back to its page, in the other language too', async (t) => {
  const { adel } = await anOffice(t)
  assert.equal((await adel.get('/en/admin/entities/housing/stage')).path, '/en/admin/entities/housing')
  assert.equal((await adel.get('/ar/admin/promises/end')).path, '/ar/admin/promises')
})

test('ids that nobody has are not found', async (t) => {
  const { adel } = await anOffice(t)
  for (const address of [
    'entities/moon',
    'categories/moon',
    'calendars/moon',
    'calendars/moon/season',
    'staff/moon',
  ])
    assert.equal((await adel.get(`/en/admin/${address}`)).status, 404, address)
})

test('every refusal of people, entities and promises has its sentence in both languages', () => {
  const files = globSync('src/{people,entities,promises}/{actions,model}/*.ts', {
    exclude: ['**/*.test.ts', '**/*.examples.ts'],
  })
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const named = [
    ...text.matchAll(/\bno\(\s*'([a-z-]+)'/g),
    ...text.matchAll(/^\s+(?:\| |return |\? |: )'([a-z]+(?:-[a-z]+)+)'/gm),
  ]
  const reasons = new Set(named.map(([, reason]) => reason ?? ''))
  assert.ok(reasons.size > 50)
  for (const locale of LOCALES) {
    const said: Record<string, unknown> = words(locale).admin.refusals
    assert.deepEqual(
      [...reasons].filter((reason) => !said[reason]),
      [],
      locale,
    )
  }
})
