import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/index.ts'
import { postAnswer, postTurn, showAnswer } from './answer.tsx'
import { postDeclare, showDeclare } from './declare.tsx'
import { showList } from './list.tsx'
import { postStep } from './post-step.ts'
import { showProblem } from './show.tsx'

/** Recurring problems, for whoever's role sees them; mounted below each language. */
export const problemPages = (): Hono<Env> => new Hono<Env>().route('/', behindSignIn())

const behindSignIn = () =>
  new Hono<StaffEnv>()
    .use('/desk/problems', staffOnly)
    .use('/desk/problems/*', staffOnly)
    .get('/desk/problems', showList)
    .get('/desk/problems/new', (c) => showDeclare(c))
    .post('/desk/problems/new', postDeclare)
    .get('/desk/problems/:id', (c) => showProblem(c))
    .get('/desk/problems/:id/answer', (c) => showAnswer(c))
    .post('/desk/problems/:id/answer', postAnswer)
    .post('/desk/problems/:id/answer/:turn', postTurn)
    .post('/desk/problems/:id/:step', postStep)
