import { Hono } from 'hono'
import { QUESTIONS } from '#cases'
import type { Env } from '../../base/env.ts'
import { addReceipts } from '../../proof/index.ts'
import { go } from '../go.ts'
import type { ResidentLimits } from '../limits.ts'
import { check, send } from './check.tsx'
import { askQuestion, takeAnswer } from './question.ts'
import { forget, sent, sentCase } from './sent.tsx'
import { askDiscard, discard, start } from './start.tsx'
import { askTown, takeTown } from './town.tsx'
import { leaveForViolation } from './violation.tsx'

/** Filing a case: `/new` and below. */
export function journeyRoutes(limits: ResidentLimits): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/', start)
  app.get('/discard', askDiscard).post('/discard', discard)
  app.get('/violation', leaveForViolation)
  app.get('/place/town', askTown).post('/place/town', takeTown)
  app.get('/check', check).post('/check', send(limits))
  app.get('/sent', sent).post('/sent', forget)
  const receipts = new Hono<Env>()
  addReceipts(receipts, sentCase, (c) => go(c, '/follow'))
  app.route('/sent', receipts)
  for (const question of QUESTIONS)
    app.get(`/${question}`, askQuestion(question)).post(`/${question}`, takeAnswer(question))
  return app
}
