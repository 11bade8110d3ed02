import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadDirectory } from '#entities'
import { stoppedClock } from '#kernel'
import { confirmSignIn, findSession, signIn, signInLimits, totpCode } from '#people'
import { type Db, sql } from '#platform'
import { dueAt, loadPromiseBook } from '#promises'
import { freshDatabase } from '../../test/kit/database.ts'
import { typed } from '../../test/kit/typed.ts'
import { seed } from './seed.ts'
import { readCountry } from './seeding/country-file.ts'
import { COUNTRIES, type Country } from './seeding/country-seed.ts'
import { activeDemonstration, demonstrationSecrets } from './seeding/demonstration.ts'
import { seedCountry } from './seeding/seed-country.ts'

type Kit = Parameters<typeof freshDatabase>[0]

async function anEmptyDatabase(t: Kit) {
  const { db } = await freshDatabase(t)
  return {
    db,
    clock: stoppedClock('2026-11-22T08:00:00Z'),
    secret: Buffer.alloc(32, 7),
    limits: signInLimits(),
  }
}

async function seeded(t: Kit, country: Country) {
  const tools = await anEmptyDatabase(t)
  const done = await seedCountry(tools, country)
  assert.ok(done.ok, JSON.stringify(done))
  return { tools, ...done.value }
}

const counted = (db: Db) =>
  db.row<Record<string, number>>(sql`
    select (select count(*) from entities) as entities, (select count(*) from categories) as categories,
           (select count(*) from places) as places, (select count(*) from promises) as promises,
           (select count(*) from staff) as staff, (select count(*) from grants) as grants,
           (select count(*) from calendar_versions) as calendars, (select configuration from installation) as changes`)

for (const country of COUNTRIES) {
  test(`${country} starts with every entity, category and sector of its list, and one central office`, async (t) => {
    const { tools } = await seeded(t, country)
    const directory = await loadDirectory(tools.db)
    assert.equal(directory.country, country)
    assert.equal(directory.entities('ar').length, { bahrain: 27, jordan: 71 }[country])
    assert.equal(directory.categories('ar').length, 103)
    assert.equal(directory.sectors('ar').length, 31)
    assert.equal(
      directory.central?.id,
      { bahrain: 'egovernment-authority', jordan: 'prime-ministry' }[country],
    )
    const stages = new Set(directory.entities('ar').map(({ onboarding }) => onboarding))
    assert.ok(stages.has('joined') && stages.has('pilot') && stages.has('training'))
  })

  test(`${country}: every complaint has a date that falls on a day when its entity is open`, async (t) => {
    const { tools } = await seeded(t, country)
    const [directory, book] = [await loadDirectory(tools.db), await loadPromiseBook(tools.db)]
    const now = tools.clock.now().toZonedDateTimeISO(directory.timeZone)
    for (const { id, entityId } of directory.categories('en')) {
      const rule = book.promise({ type: 'complaint', category: id })
      const expected = readCountry(country).promises.of.get(id)?.complaint
      assert.equal(rule.workingDays, expected, id)
      const calendar = book.calendar(directory.entity(entityId)?.calendarId ?? `${country}-government`)
      assert.ok([7, 1, 2, 3, 4].includes(dueAt(now, rule.workingDays, calendar).dayOfWeek), id)
    }
  })

  test(`${country}: everyone of the demonstration signs in with the password and code that are shown`, async (t) => {
    const { tools, accounts } = await seeded(t, country)
    const { password, totpSecret } = demonstrationSecrets()
    for (const { email, role, scopeId } of accounts) {
      const first = await signIn(tools, { email, password, address: email })
      assert.ok(first.ok, email)
      const code = totpCode(totpSecret, tools.clock.now())
      const second = await confirmSignIn(tools, { pending: first.value.pending, code })
      assert.ok(second.ok, email)
      const visitor = await findSession(tools.db, second.value.token, tools.clock.now())
      assert.ok(visitor?.kind === 'staff')
      assert.deepEqual(
        visitor.officer.grants.map((grant) => [grant.role, grant.scopeId]),
        [[role, scopeId]],
      )
    }
  })

  test(`${country}: whatever staff hold a role on, exists`, async (t) => {
    const { tools, accounts } = await seeded(t, country)
    const directory = await loadDirectory(tools.db)
    const roles = new Set(accounts.map(({ role }) => role))
    for (const { email, scopeId } of accounts) {
      const known = directory.entity(scopeId) ?? directory.sector(scopeId) ?? directory.unit(scopeId)
      assert.ok(scopeId === undefined || known, email)
    }
    assert.equal(roles.size, 10)
    assert.equal(accounts.filter(({ role }) => role === 'releaser').length, 2)
    assert.ok(accounts.filter(({ role }) => role === 'liaison').length >= 4)
  })

  test(`${country}: every place lies in a governorate`, async (t) => {
    const { tools } = await seeded(t, country)
    const directory = await loadDirectory(tools.db)
    assert.equal(directory.places(null, 'ar').length, { bahrain: 4, jordan: 12 }[country])
    for (const { id } of readCountry(country).places) {
      assert.equal(directory.placePath(id)[0]?.level, 'governorate', id)
    }
  })
}

test('dates that nobody has announced say so wherever they are shown', () => {
  for (const country of COUNTRIES) {
    const { holidays } = readCountry(country).calendar.content
    const named = (text: string) => holidays.filter(({ name }) => name.en.includes(text))
    assert.ok(named('Islamic New Year').every(({ name }) => name.ar.includes('متوقع')))
    assert.ok(named('Labour Day').some(({ name }) => !name.ar.includes('متوقع')))
  }
})

test('seeding twice changes nothing', async (t) => {
  const { tools } = await seeded(t, 'bahrain')
  const before = await counted(tools.db)
  const again = await seedCountry(tools, 'bahrain')
  assert.ok(again.ok && !again.value.planted)
  assert.deepEqual(await counted(tools.db), before)
})

test('two processes that seed at once make one country', async (t) => {
  const tools = await anEmptyDatabase(t)
  const done = await Promise.all([seedCountry(tools, 'bahrain'), seedCountry(tools, 'bahrain')])
  assert.deepEqual(done.map((each) => each.ok && each.value.planted).sort(), [false, true])
  assert.equal((await counted(tools.db))?.entities, 27)
})

test('a database of one country does not become another one', async (t) => {
  const { tools } = await seeded(t, 'bahrain')
  const other = await seedCountry(tools, 'jordan')
  assert.ok(!other.ok && other.reason === 'country-founded')
})

test('the command prints the accounts, and names the remedy when there is no such country', async (t) => {
  const tools = await anEmptyDatabase(t)
  const run = (...args: string[]) => typed(seed, tools, ...args)
  const unknown = await run('--country', 'atlantis')
  assert.equal(unknown.code, 1)
  assert.match(unknown.error, /bahrain, jordan/)
  const known = await run('--country', 'jordan')
  assert.equal(known.code, 0)
  assert.match(known.out.join('\n'), /reviewer@sawt\.example +reviewer/)
})

test('for real use there is one administrator and nobody who signs in with a public password', async (t) => {
  const tools = await anEmptyDatabase(t)
  const args = [
    '--country',
    'jordan',
    '--without-demonstration',
    '--admin-name',
    'هناء',
    '--admin-email',
    'hana@gov.example',
  ]
  const { code, out } = await typed(seed, tools, ...args)
  assert.equal(code, 0)
  assert.equal((await counted(tools.db))?.staff, 1)
  assert.deepEqual(await activeDemonstration(tools.db, 'jordan'), [])
  const password = /: ([a-z0-9-]{23})$/m.exec(out.join('\n'))?.[1] ?? ''
  assert.ok((await signIn(tools, { email: 'hana@gov.example', password, address: '::1' })).ok)
})
