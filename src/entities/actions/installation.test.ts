import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCountry } from '../../../test/kit/country.ts'
import { readInstallation, saveInstallation } from './installation.ts'
import { loadDirectory } from './load-directory.ts'
import { nameCentral } from './name-central.ts'

const CHANGE = { timeZone: 'Asia/Amman', remedyAr: 'ديوان المظالم', remedyEn: 'The ombudsman' }

test('the time zone and the remedy outside are the installation’s, in both languages or in neither', async (t) => {
  const { db, people } = await aCountry(t)
  assert.ok((await saveInstallation({ db }, people.admin, CHANGE)).ok)
  const told = await readInstallation(db)
  assert.deepEqual(
    [told.timeZone, told.outsideRemedy],
    ['Asia/Amman', { ar: 'ديوان المظالم', en: 'The ombudsman' }],
  )
  const refused = [
    [await saveInstallation({ db }, people.reviewer, CHANGE), 'not-allowed'],
    [await saveInstallation({ db }, people.admin, { ...CHANGE, timeZone: '+03:00' }), 'zone-unknown'],
    [await saveInstallation({ db }, people.admin, { ...CHANGE, remedyEn: ' ' }), 'remedy-in-one-language'],
    [
      await saveInstallation({ db }, people.admin, { ...CHANGE, remedyEn: 'x'.repeat(1001) }),
      'remedy-too-long',
    ],
  ] as const
  for (const [outcome, reason] of refused) assert.equal(outcome.ok ? 'saved' : outcome.reason, reason)
  assert.deepEqual(await readInstallation(db), told)
})

test('there is always one central office: naming another takes the name from the first', async (t) => {
  const { db, people } = await aCountry(t)
  assert.ok((await nameCentral({ db }, people.admin, 'housing')).ok)
  const directory = await loadDirectory(db)
  assert.deepEqual(
    [directory.central?.id, directory.entity('housing')?.onboarding, directory.entity('central')?.central],
    ['housing', 'joined', false],
  )
  assert.equal((await nameCentral({ db }, people.reviewer, 'works')).ok, false)
  assert.equal((await nameCentral({ db }, people.admin, 'moon')).ok, false)
})
