import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sundayToThursday } from './examples.ts'
import { workingDayAfter, workingDayBefore } from './near-days.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const eid = {
  from: date('2026-10-11'),
  to: date('2026-10-13'),
  name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' },
}

test('what is due on a Sunday is remembered on Thursday, what was due on a Thursday is missed on Sunday', () => {
  const office = sundayToThursday()
  assert.equal(workingDayBefore(date('2026-10-04'), office).toString(), '2026-10-01')
  assert.equal(workingDayAfter(date('2026-10-01'), office).toString(), '2026-10-04')
})

test('a holiday and its weekend are stepped over in both directions', () => {
  const office = sundayToThursday({ holidays: [eid] })
  assert.equal(workingDayBefore(date('2026-10-14'), office).toString(), '2026-10-08')
  assert.equal(workingDayAfter(date('2026-10-08'), office).toString(), '2026-10-14')
})

test('the days beside a date are open, on their side of it, and nothing open lies between', () => {
  const office = sundayToThursday({ holidays: [eid] })
  const open = (day: Temporal.PlainDate) =>
    office.day(Date.parse(`${day}T00:00:00Z`) / 86_400_000).open.length > 0
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (days) => {
      const day = date('2026-01-01').add({ days })
      const [before, after] = [workingDayBefore(day, office), workingDayAfter(day, office)]
      assert.ok(open(before) && open(after))
      for (
        let each = before.add({ days: 1 });
        Temporal.PlainDate.compare(each, after) < 0;
        each = each.add({ days: 1 })
      )
        assert.ok(each.equals(day) || !open(each), `${each}`)
    }),
  )
})
