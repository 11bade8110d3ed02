import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { freshDatabase } from '../kit/database.ts'
import { checkStatements } from './check.ts'
import { describing } from './describe.ts'
import { openProgram, ROOT } from './program.ts'

const sources = globSync('src/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort()

test('PostgreSQL accepts every statement from Sawt, and its rows are what the code says they are', async (t) => {
  const isSealed = (file: string) => file.startsWith('src/integrity/')
  const general = await check(
    t,
    sources.filter((file) => !isSealed(file)),
  )
  const sealed = await check(t, sources.filter(isSealed), 'sealed')
  assert.deepEqual([...general.faults, ...sealed.faults], [])
  const [sites, texts] = [
    [...general.sites, ...sealed.sites],
    [...general.texts, ...sealed.texts],
  ]
  t.diagnostic(`${new Set(texts).size} statements at ${sites.length} places`)
  // Whatever the search for them overlooked would pass unseen.
  assert.ok(sites.length >= 120, `only ${sites.length} places were found that speak to the database`)
})

test('a wrong declaration, a refused statement and SQL that nothing leads to are found', async (t) => {
  const file = 'test/statements/misdeclared.ts'
  const { faults } = await check(t, [file])
  assert.deepEqual(
    faults.map((fault) => fault.replace(`${file}:`, '')),
    [
      '11 declares missing, PostgreSQL knows no such column here',
      '11 declares number: string, PostgreSQL says integer',
      '11 does not declare role, PostgreSQL says text',
      '14 declares outcome?: string | undefined, PostgreSQL says text',
      '17 declares id: number, PostgreSQL says uuid',
      '20 is refused by PostgreSQL: column "nickname" of relation "staff" does not exist',
      '22 is refused by PostgreSQL: permission denied for table case_events',
      '25 is refused by PostgreSQL: column "headed" does not exist',
      '30 is SQL that no exported function could be brought to say',
      '33 is SQL that no exported function could be brought to say',
    ],
  )
})

/** @param role whose rights the statements have */
async function check(t: TestContext, files: string[], role: 'db' | 'sealed' = 'db') {
  const client = await (await freshDatabase(t))[role].pool.connect()
  try {
    return await checkStatements(
      openProgram(t),
      files.map((file) => join(ROOT, file)),
      describing(client),
    )
  } finally {
    client.release()
  }
}
