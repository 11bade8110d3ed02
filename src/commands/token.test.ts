import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { stoppedClock } from '#kernel'
import { findToken, ROLES, type Role } from '#people'
import { type Db, sql } from '#platform'
import { freshDatabase } from '../../test/kit/database.ts'
import { typed } from '../../test/kit/typed.ts'
import { seedCountry } from './seeding/seed-country.ts'
import { token } from './token.ts'

type Kit = Parameters<typeof freshDatabase>[0]

describe('sawt token', () => {
  const clock = stoppedClock('2026-11-22T08:00:00Z')
  let db: Db
  const run = (...args: string[]) => typed(token, { db, clock, secret: Buffer.alloc(32) }, ...args)

  let close: () => unknown = () => undefined
  before(async () => {
    const fresh = await freshDatabase({ after: (fn) => (close = fn as () => unknown) } as Kit)
    db = fresh.db
    assert.ok((await seedCountry({ db, clock, secret: Buffer.alloc(32) }, 'bahrain')).ok)
  })
  after(() => close())

  const SCOPES = {
    nation: [],
    entity: ['--entity', 'ministry-of-works'],
    sector: ['--sector', 'works'],
    unit: ['--unit', 'works-roads'],
  }

  for (const [role, { scopes }] of Object.entries(ROLES)) {
    for (const scope of scopes) {
      test(`gives ${role} one line and exactly that reach (${scope})`, async () => {
        const { code, out } = await run('--role', role, ...SCOPES[scope], '--name', 'probe')
        assert.equal(code, 0)
        assert.equal(out.length, 1)
        const officer = await findToken(db, out[0] ?? '', clock.now())
        assert.deepEqual(
          officer?.grants.map((grant) => [grant.role, grant.scope, grant.scopeId]),
          [[role as Role, scope, SCOPES[scope][1]]],
        )
      })
    }
  }

  test('makes one program of one name, and one grant of one right', async () => {
    const args = ['--role', 'liaison', '--entity', 'ministry-of-health', '--name', 'مستشفى السلمانية']
    const [first, second] = [await run(...args), await run(...args)]
    assert.notEqual(first.out[0], second.out[0])
    const made = await db.row<{ staff: number; grants: number; tokens: number }>(sql`
      select count(distinct s.id) as staff, count(distinct g.id) as grants, count(distinct t.token_hash) as tokens
      from staff s join grants g on g.staff_id = s.id join api_tokens t on t.staff_id = s.id
      where s.name = 'مستشفى السلمانية'`)
    assert.deepEqual(made, { staff: 1, grants: 1, tokens: 2 })
  })

  const refusals: [string, string[], RegExp][] = [
    ['an unknown role', ['--role', 'king', '--name', 'x'], /There are: agent, reviewer/],
    ['the residents’ role', ['--role', 'resident', '--name', 'x'], /no role "resident"/],
    ['a liaison of nowhere', ['--role', 'liaison', '--name', 'x'], /add --entity ID/],
    ['a minister of nothing', ['--role', 'minister', '--name', 'x'], /add --sector ID/],
    [
      'a reviewer of one entity',
      ['--role', 'reviewer', '--entity', 'ministry-of-works', '--name', 'x'],
      /leave --entity/,
    ],
    [
      'an entity that is not there',
      ['--role', 'liaison', '--entity', 'moon', '--name', 'x'],
      /no entity "moon"/,
    ],
    [
      'a sector that is not there',
      ['--role', 'minister', '--sector', 'moon', '--name', 'x'],
      /There are: .*works/,
    ],
  ]
  for (const [what, args, remedy] of refusals) {
    test(`refuses ${what} and says what to do`, async () => {
      const { code, out, error } = await run(...args)
      assert.equal(code, 1)
      assert.deepEqual(out, [])
      assert.match(error, remedy)
    })
  }

  test('explains itself, and calls a wrong option by its name', async () => {
    assert.match((await run('--help')).out.join(), /bearer token/)
    assert.equal((await run('--rolle', 'x')).code, 2)
  })
})
