import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openProofFolder } from '#cases'
import { rebuildRollUps, reconcile } from '#insight'
import { stoppedClock } from '#kernel'
import { findOfficer } from '#people'
import { openFiles, openLog } from '#platform'
import { buildApp } from '../../../src/app.tsx'
import { importFile } from '../../../src/commands/import.ts'
import { seedCountry } from '../../../src/commands/seeding/seed-country.ts'
import { buildTools } from '../../../src/tools.ts'
import { freshDatabase } from '../../kit/database.ts'
import { sessionOf } from '../../kit/staff.ts'
import { typed } from '../../kit/typed.ts'
import { writeHistory } from '../history.ts'
import { DAYS, ownCases, placesOf, SOURCE } from './build.ts'
import { known, prove } from './prove.ts'

const CATEGORIES = join(import.meta.dirname, '../../../db/seeds/reference/categories.json')
const NOW = '2026-11-19T13:20:00+03:00'

test('every number that a small nation is shown is what its cases come to, counted by code that shares nothing with it', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'sawt-nation-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const { db } = await freshDatabase(t)
  const clock = stoppedClock(NOW)
  const tools = buildTools({
    ...{ db, clock, log: openLog('silent'), files: openFiles({ dir }), proof: openProofFolder(dir) },
    ...{ secret: Buffer.alloc(32, 7), publicUrl: 'http://localhost', demonstration: false },
  })
  t.after(() => Promise.all([tools.live.close(), tools.room.close()]))
  assert.ok((await seedCountry(tools, 'jordan')).ok)
  tools.forget()

  const lived = await ownCases(tools, 160)
  assert.ok(lived.steps > 600 && lived.byTime > 100, JSON.stringify(lived))
  const until = clock.now().epochMilliseconds - DAYS * 86_400_000
  const options = { places: await placesOf(tools), until }
  const { file, mapping } = await writeHistory(
    dir,
    JSON.parse(readFileSync(CATEGORIES, 'utf8')),
    0,
    600,
    options,
  )
  const imported = await typed(importFile, tools, file, '--mapping', mapping, '--source', SOURCE)
  assert.deepEqual([imported.code, imported.error], [0, ''])
  assert.deepEqual(await differing(tools), { differing: 0, unread: 0 })

  const app = buildApp(tools)
  const cookies = new Map<string, string>()
  const get = async (who: string | undefined, path: string) => {
    const officer = who && (await findOfficer(db, `${who}@sawt.example`, clock.now()))
    if (officer && !cookies.has(who)) cookies.set(who, `staff=${await sessionOf({ tools }, officer)}`)
    const cookie = (who && cookies.get(who)) || ''
    const answer = await app.request(`http://localhost${path}`, { headers: { cookie } })
    assert.equal(answer.status, 200, path)
    return answer.text()
  }
  const lives = await known(db, file, SOURCE)
  const { compared, differences, pages } = await prove(lives, get, () => clock.now().epochMilliseconds)
  assert.deepEqual(differences.slice(0, 10), [])
  for (const [page, n] of Object.entries(pages)) assert.ok(n > 50, page)
  t.diagnostic(`${compared} numbers compared`)

  assert.ok((await rebuildRollUps(tools)) > 0)
  assert.deepEqual(await differing(tools), { differing: 0, unread: 0 })
})

async function differing(tools: Parameters<typeof reconcile>[0]) {
  const { differing, unread } = await reconcile(tools)
  return { differing, unread }
}
