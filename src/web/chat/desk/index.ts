import { Hono } from 'hono'
import type { ChatWatch } from '#knowledge'
import type { Env, StaffEnv } from '../../base/env.ts'
import { staffOnly } from '../../desk/staff-only.ts'
import type { ChatLimits } from '../limits.ts'
import { postAnswer, showAnswer, showAnswers } from './answers.tsx'
import { agentTyping, chatNews, postAct, showConversation } from './conversation.tsx'
import { queueNews, showQueue } from './queue.tsx'

/** The desk of those who answer in person; mounted below each language. */
export const chatDesk = (limits: ChatLimits, watch: ChatWatch): Hono<Env> =>
  new Hono<Env>().route('/', behindSignIn(limits, watch))

const behindSignIn = (limits: ChatLimits, watch: ChatWatch) =>
  new Hono<StaffEnv>()
    .use('/centre/chat/*', staffOnly)
    .get('/centre/chat', (c) => showQueue(c))
    .get('/centre/chat/news', queueNews(watch))
    .get('/centre/chat/answers', (c) => showAnswers(c))
    .get('/centre/chat/answers/:id', (c) => showAnswer(c))
    .post('/centre/chat/answers/:id', postAnswer)
    .get('/centre/chat/:id', (c) => showConversation(c))
    .get('/centre/chat/:id/news', chatNews(watch))
    .post('/centre/chat/:id/typing', agentTyping)
    .post('/centre/chat/:id/:act', postAct(limits, watch))
