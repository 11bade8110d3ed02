import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { exportRecovery, importRecovery, recoveredFile } from '#integrity'
import { openRecovery } from '../../src/commands/integrity/recover.ts'
import { shareText } from '../../src/commands/integrity/shares.ts'
import { inTheOffice, rosterWith } from '../kit/office-browser.ts'
import { comeBack, confirm, openSealed, PHONE, STORY, write } from '../kit/sealed-browser.ts'
import { aListeningRoom, type ListeningRoom } from '../kit/sealed-pages.ts'
import { granted } from '../kit/sealed-reporter.ts'

type Test = Parameters<typeof aListeningRoom>[0]

/** Three of five trustees, away from the server, give an officer's reports back to their new key. */
async function recovered(t: Test, room: ListeningRoom, officer: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sawt-recovery-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  const escrow = { kind: 'sawt-sealed/escrow', made: '2026-10-01', ...room.escrow } as const
  writeFileSync(at('escrow.json'), JSON.stringify(escrow))
  const sheets = room.escrow.shares.map((share, n) => {
    writeFileSync(at(`share-${n + 1}.txt`), shareText(share, n + 1, 5, escrow))
    return at(`share-${n + 1}.txt`)
  })
  writeFileSync(at('authority.pub'), Buffer.from(room.authority.publicKey).toString('base64url'))
  writeFileSync(at('lost.json'), JSON.stringify(granted(await exportRecovery(room.room, officer))))
  const said: string[] = []
  const say = { print: (line: string) => said.push(line), complain: (line: string) => said.push(line) }
  const given = { file: at('lost.json'), escrow: at('escrow.json'), authority: at('authority.pub') }
  const three = [sheets[0], sheets[2], sheets[4]] as string[]
  assert.equal(await openRecovery(say, { ...given, share: three, out: at('back.json') }), 0, said.join('\n'))
  const back = recoveredFile.parse(JSON.parse(readFileSync(at('back.json'), 'utf8')))
  granted(await importRecovery(room.room, back))
}

test('from a telephone to two officers and back; one loses everything and is recovered by three trustees', async (t) => {
  const listening = await aListeningRoom(t)
  const size = { locale: 'ar', width: 1440 } as const
  const noor = await inTheOffice(listening, listening.people.noor, size)
  const sami = await inTheOffice(listening, listening.people.sami, size)
  const keys = { [noor.person.id]: await noor.enrol(), [sami.person.id]: await sami.enrol() }
  const room = await rosterWith(listening, keys)

  const telephone = await room.browser.newContext({ viewport: PHONE })
  const reporter = await openSealed(telephone, room.origin, 'ar')
  const receipt = await write(reporter)
  await confirm(reporter, receipt)

  for (const officer of [noor, sami]) {
    await officer.signIn()
    await officer.page.click('.office-report')
    await officer.page.getByText(STORY).waitFor()
    assert.equal(await officer.page.locator('.office-file').count(), 3)
  }
  await noor.page.locator('.office-step button[type=submit]').click()
  await noor.page.locator('.office-steps .notice.done').waitFor()

  const again = await openSealed(telephone, room.origin, 'ar')
  await comeBack(again, receipt)
  await again.getByText('وصل بلاغك وقرأناه').waitFor()

  // Sami's computer, passkey and passphrase are gone.
  await sami.context.close()
  const renewed = await inTheOffice(room, room.people.sami, size)
  const key = await renewed.enrol()
  await renewed.go('inbox')
  assert.equal(await renewed.page.getByText(STORY).count(), 0)
  const after = await rosterWith(room, { [sami.person.id]: key })
  await recovered(t, after, sami.person.id)
  await renewed.signIn()
  await renewed.page.click('.office-report')
  await renewed.page.getByText(STORY).waitFor()
  await renewed.page.getByText('وصل بلاغك وقرأناه').first().waitFor()
  assert.deepEqual([noor.faults, renewed.faults], [[], []])
  const wire = room.asked.map(({ body, headers, path }) => `${path}${headers}${body}`).join('\n')
  for (const secret of [STORY, receipt, 'canary-person', 'canary-when'])
    assert.ok(!wire.includes(Buffer.from(secret).toString('latin1')), `${secret} went over the wire`)
})
