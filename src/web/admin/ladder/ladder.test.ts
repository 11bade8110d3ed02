import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anOffice, saidIn, typedIn } from '../office.examples.ts'

test('the ladder stands on one page, clock by clock, with whom each rung tells', async (t) => {
  const { adel } = await anOffice(t)
  const said = saidIn(await adel.get('/en/admin/ladder'))
  assert.match(said, /Reply When .* 80% of the time has passed Case handler and Liaison officer In force/)
  assert.match(said, /2 working days past the date Minister/)
  assert.match(saidIn(await adel.get('/ar/admin/ladder')), /مضى على الموعد يوما عمل الوزير سارية/)
})

test('an administrator adds a rung, changes it and switches it off; the page remembers who', async (t) => {
  const { fill, tools } = await anOffice(t)
  const added = await fill('/en/admin/ladder/rung', {
    clock: 'reply',
    kind: 'late',
    days: '٣',
    tells: 'minister',
  })
  assert.match(saidIn(added), /3 working days past the date Minister In force 1 October 2026 · Adel/)
  assert.ok((await tools.book()).ladder.some(({ id }) => id === 'reply/late-3'))
  const off = await fill('/en/admin/ladder/rung?id=reply%2Flate-3', { active: 'no' })
  assert.match(saidIn(off), /3 working days past the date Minister Switched off/)
  assert.match(saidIn(off), /What was changed .*Reply · 3 working days past the date · Minister .*Adel/)
  assert.ok(!(await tools.book()).ladder.some(({ id }) => id === 'reply/late-3'))
})

test('a change of the ladder stands among all changes, with who made it', async (t) => {
  const { fill, adel } = await anOffice(t)
  await fill('/en/admin/ladder/rung', { clock: 'reply', kind: 'late', days: '3', tells: 'minister' })
  const audit = await adel.get('/en/admin/audit?kind=ladder')
  assert.match(saidIn(audit), /Reply · 3 working days past the date · Minister Escalation .*Adel/)
  const link = /href="([^"]*ladder\/rung[^"]*)"/.exec(audit.html)?.[1] ?? ''
  assert.equal((await adel.get(link.replaceAll('&amp;', '&'))).status, 200)
})

test('what cannot stand on a ladder is refused beside its field, and what was typed stays', async (t) => {
  const { fill } = await anOffice(t)
  for (const [fields, field] of [
    [{ kind: 'share', percent: '100', tells: 'head' }, 'percent'],
    [{ kind: 'late', days: 'two', tells: 'head' }, 'days'],
    [{ kind: 'late', days: '2', tells: 'head' }, 'days'],
    [{ kind: 'late', days: '7' }, 'tells'],
    [{ kind: 'late', days: '7', tells: 'resident' }, 'tells'],
    [{ clock: 'moon', kind: 'late', days: '7', tells: 'head' }, 'clock'],
  ] as const) {
    const refused = await fill('/en/admin/ladder/rung', fields)
    assert.equal(refused.status, 422, JSON.stringify(fields))
    assert.match(refused.html, new RegExp(`id="${field}-error"`), JSON.stringify(fields))
    if ('days' in fields) assert.equal(typedIn(refused).days, fields.days)
  }
})

test('a rung that nobody knows is not found', async (t) => {
  const { adel } = await anOffice(t)
  assert.equal((await adel.get('/en/admin/ladder/rung?id=reply%2Fmoon')).status, 404)
})
