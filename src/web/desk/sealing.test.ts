import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { atTheOffice } from '../../../test/kit/sealed-office.ts'
import { aRoom } from '../../../test/kit/sealed-room.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'
import { sentBy } from '../resident/filing.examples.ts'
import { doorInside } from '../sealed/moving/doors.ts'
import { movedCode, mover } from '../sealed/moving/move.ts'

test('what belongs in the sealed room leaves the desk by one button, and its resident is told where to go on', async (t) => {
  const [app, room] = [await anApp(t), await aRoom(t)]
  const { reviewer, admin } = app.country.people
  const visitor = aVisitor(app)
  const { reference, pin } = await sentBy(visitor)
  const found = await app.country.db.row<{ id: string }>(sql`select id from cases`)
  const id = found?.id ?? ''
  const rana = await atDesk(app, reviewer)
  const page = `/ar/desk/cases/${id}`
  assert.match(textOf((await rana.get(page)).html), /هذا مكانه الغرفة المختومة/)

  const early = await rana.step(page, '/seal')
  assert.match(textOf(early.html), /تعذّر نقل الطلب إلى الغرفة المختومة الآن/)
  app.tools.mover = mover(doorInside(room.room), app.tools.secret, () => room.authority.publicKey)
  const done = await rana.step(page, '/seal')
  assert.equal(done.status, 200)
  assert.match(textOf(done.html), /نُقل إلى الغرفة المختومة/)
  assert.doesNotMatch(done.html, /حفرة/)
  const words = await app.country.db.row<{ left: boolean }>(
    sql`select exists (select from case_words) as left`,
  )
  assert.equal(words?.left, false)

  const noor = await atTheOffice(room, room.people.noor)
  assert.equal((await noor.get('reports')).body.reports.length, 1)

  for (const locale of ['ar', 'en']) {
    const seen = await aVisitor(app).send(`/${locale}/follow`, { reference, pin: pin.replaceAll(' ', '') })
    assert.match(
      textOf(seen.html),
      locale === 'ar' ? /نُقل ما كتبته إلى الغرفة المختومة/ : /moved into the sealed room/,
    )
    assert.ok(seen.html.includes(movedCode(app.tools.secret, id)))
    assert.ok(!/حفرة/.test(seen.html))
  }
  const adel = await atDesk(app, admin)
  assert.equal((await adel.get(page)).status, 404)
})

test('the page about violations leads into the room as soon as it can take a report', async (t) => {
  const [app, room] = [await anApp(t), await aRoom(t)]
  const closed = await aVisitor(app).get('/ar/violation')
  assert.match(textOf(closed.html), /هذه الغرفة لم تُفتح بعد/)
  const none = { law: '', protection: '', routes: [] }
  app.tools.sealed = { room: room.room, dir: room.dir, texts: () => ({ ar: none, en: none }) }
  for (const locale of ['ar', 'en'])
    assert.match(
      (await aVisitor(app).get(`/${locale}/violation`)).html,
      new RegExp(`href="/sealed/${locale}/"`),
    )
})
