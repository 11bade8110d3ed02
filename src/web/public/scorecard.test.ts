import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reconcile } from '#insight'
import { anApp } from '../../../test/kit/app.ts'
import { answered, routed } from '../../../test/kit/situations.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'

test('where nothing was answered there is nothing to measure, which is said and not taken for kept back', async (t) => {
  const app = await anApp(t)
  const { country } = app
  for (let cases = 0; cases < 6; cases++) await routed(country)
  country.clock.forward({ hours: 24 * 112 })
  assert.equal((await reconcile(country.tools)).differing, 0)
  const page = textOf((await aVisitor(app).get('/en/scorecard')).html)
  assert.match(page, /Received 6 Answered 0 On time – Half answered within \(days\) –/)
  assert.match(page, /Ministry of Works 6 0 0 0 0 0 0 0 0 –/)
  assert.match(page, /– means nothing was answered in the quarter/)
  // What else became of cases stands beside it, so that nobody takes the answered for all.
  assert.match(page, /Satisfied, of those who rated – Refused 0 Merged 0 Withdrawn 0 Ended unanswered 0/)
  assert.match(page, /Merged \. Of those received: follow another case/)
})

test('the headline is said in words that need no statistics, in both languages', async (t) => {
  const app = await anApp(t)
  const { country } = app
  for (let cases = 0; cases < 6; cases++) await answered(country)
  country.clock.forward({ hours: 24 * 112 })
  assert.equal((await reconcile(country.tools)).differing, 0)
  const page = textOf((await aVisitor(app).get('/en/scorecard')).html)
  assert.match(page, /Received 6 Answered 6 On time/)
  assert.match(page, /Satisfied, of those who rated –/)
  const arabic = textOf((await aVisitor(app).get('/ar/scorecard')).html)
  assert.match(arabic, /وصل نصف الأجوبة خلال \(أيام\).*راضون ممن قيّموا/)
})
