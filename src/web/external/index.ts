import { Hono } from 'hono'
import type { Env } from '../base/env.ts'
import { linkedFile, postAnswer, showAnswer } from './answer.tsx'

/** Where an entity without an account answers by its one-time link. */
export const answerByLink = (): Hono<Env> =>
  new Hono<Env>()
    .get('/answer/:token', (c) => showAnswer(c))
    .post('/answer/:token', postAnswer)
    .get('/answer/:token/files/:file', linkedFile)
