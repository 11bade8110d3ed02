import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '../../../test/kit/app.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'

const KNOWN = {
  titleAr: 'انقطاع الكهرباء في الحي',
  titleEn: 'Power cut in the district',
  textAr: 'محول متعطل. تعود الكهرباء مساء الغد.',
  textEn: 'A transformer failed. Power is back tomorrow evening.',
  category: 'power-cuts',
  place: '',
  entity: 'electricity',
  until: '2026-10-04',
}

/** Sends the form of the page, with the token that every form of it carries. */
async function announce(operator: Awaited<ReturnType<typeof atDesk>>, fields: Record<string, string>) {
  const action = '/en/operations/announce'
  const { hidden } = formTo(await operator.get(action), '/sign-out')
  return operator.post({ action, hidden }, fields)
}

test('an operator announces a known problem in one form, and people read it before they write', async (t) => {
  const app = await anApp(t)
  const operator = await atDesk(app, app.country.people.operator)
  const made = await announce(operator, KNOWN)
  assert.equal(made.status, 200)
  assert.match(made.path, /^\/en\/desk\/problems\/[0-9a-f-]{36}/)
  const said = textOf(made.html)
  assert.match(said, /Power cut in the district.*A transformer failed/)
  // Nobody wrote yet: there is nothing to draw, and nobody to be answered.
  assert.match(said, /No cases yet/)
  assert.doesNotMatch(said, /One answer/)
  const visitor = aVisitor(app)
  assert.match(textOf((await visitor.get('/ar')).html), /محول متعطل. تعود الكهرباء مساء الغد./)
  assert.match(textOf((await visitor.get('/en')).html), /A transformer failed/)
})

test('what is missing is said beside its field, and what was typed stays', async (t) => {
  const app = await anApp(t)
  const operator = await atDesk(app, app.country.people.operator)
  const refused = await announce(operator, { ...KNOWN, textAr: '' })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /class="error"|aria-invalid="true"/)
  assert.match(refused.html, /A transformer failed/)
  assert.doesNotMatch(textOf((await aVisitor(app).get('/en')).html), /A transformer failed/)
})

test('only operators announce from the room', async (t) => {
  const app = await anApp(t)
  for (const role of ['head', 'minister', 'reviewer', 'liaison', 'analyst'] as const)
    assert.equal(
      (await (await atDesk(app, app.country.people[role])).get('/en/operations/announce')).status,
      404,
      role,
    )
})
