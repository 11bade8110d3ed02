import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { DEMONSTRATION_PASSPHRASE, listOfficers, me, openRoom, rosterNow, rosters } from '#integrity'
import { stoppedClock } from '#kernel'
import { openLog } from '#platform'
import { combineEscrow, publicKeyOf, trustRosters, unwrapByPassphrase } from '#sealing'
import { freshDatabase } from '../../../test/kit/database.ts'
import { seedSealedDemonstration } from './demonstration.ts'
import { type EscrowFile, publicKeyIn, readFile } from './files.ts'
import { shareIn } from './shares.ts'

test('a demonstration has a room that works at once, and its keys say that they protect nobody', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'sawt-sealed-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const { sealed: db } = await freshDatabase(t)
  const room = openRoom({
    ...{
      db,
      dir,
      zone: 'Asia/Bahrain',
      log: openLog('silent'),
      secret: Buffer.alloc(32),
      demonstration: true,
    },
    clock: stoppedClock('2026-10-01T07:00:00Z'),
    url: 'http://localhost:8080',
  })
  const bodies = [{ id: 'works', name: { ar: 'الأشغال', en: 'Works' } }]
  assert.equal(await seedSealedDemonstration(room, dir, bodies), true)
  assert.equal(await seedSealedDemonstration(room, dir, bodies), false)

  const authority = publicKeyIn(join(dir, 'authority.pub'))
  assert.ok(trustRosters(await rosters(room), authority).ok)
  const [first] = await listOfficers(room)
  const known = await me(room, first?.id ?? '')
  assert.equal(known.rostered, true)
  const [wrap] = known.wraps
  assert.ok(wrap)
  const opened = await unwrapByPassphrase(known.officer.id, wrap, DEMONSTRATION_PASSPHRASE)
  assert.ok(opened.ok)
  assert.equal(publicKeyOf(opened.value), known.officer.key)

  const made = join(dir, 'demonstration')
  assert.ok(readdirSync(made).includes('README.txt'))
  const shares = [1, 3, 5].map((at) => shareIn(join(made, `share-${at}.txt`)) ?? new Uint8Array(0))
  assert.ok((await combineEscrow(shares, readFile<EscrowFile>(join(made, 'escrow.json')))).ok)
  assert.equal((await rosterNow(room))?.bodies.length, 1)
})
