import assert from 'node:assert/strict'
import { test } from 'node:test'
import { municipal } from '../../../test/kit/municipal.ts'
import { ownWay } from './automatic-routing.ts'

/** Where a new case about waste goes by itself that nobody has looked at yet. */
const goes = (place: string | null, text: string, wished: string | null = null) =>
  ownWay(
    {
      ...{ id: '019a0000-0000-7000-8000-000000000001', stage: 'received' as const, category: null, place },
      ...{ parent: null, mergedInto: null, routedAt: null, bounces: 0 },
    },
    { text, wished },
    [{ label: 'waste', confidence: 0.95, because: ['الزبالة'] }],
    municipal,
  )?.entity

test('it goes to whose matter it is where it happened: at the place that was chosen, or that the words name', () => {
  assert.equal(goes(null, 'الزبالة متراكمة'), 'amman')
  assert.equal(goes('rusaifa', 'الزبالة متراكمة'), 'zarqa')
  assert.equal(goes(null, 'الزبالة متراكمة بالزرقاء'), 'zarqa')
  assert.equal(goes('amman', 'الزبالة متراكمة بالزرقاء'), 'amman')
})

test('where nobody is known to answer there, or the resident named another, a person decides', () => {
  assert.equal(goes('irbid', 'الزبالة متراكمة'), undefined)
  assert.equal(goes(null, 'الزبالة متراكمة بالكرك'), undefined)
  assert.equal(goes(null, 'الزبالة متراكمة', 'ministry'), undefined)
})
