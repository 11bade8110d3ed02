import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ChatWatch } from '#knowledge'
import type { Env } from '../base/env.ts'
import type { ChatLimits } from '../chat/index.ts'
import { takeChat, telegramCall } from './chats.ts'
import { smsReport, whatsappCall, whatsappQuestion } from './reports.ts'
import { smsIn } from './sms-in.ts'

/** A call is a few reports; thousands come in calls of their own. */
const LONGEST = 256 * 1024

/** Where other systems tell Sawt something. No visitor, no form, no cookie: each call proves itself. */
export const hooks = (limits: ChatLimits, watch: ChatWatch): Hono<Env> =>
  new Hono<Env>()
    .use(bodyLimit({ maxSize: LONGEST, onError: (c) => c.text('too long', 413) }))
    .get('/sms/:secret', smsReport)
    .post('/sms/:secret', smsReport)
    .get('/sms/:secret/in', smsIn)
    .post('/sms/:secret/in', smsIn)
    .get('/whatsapp', whatsappQuestion)
    .post('/whatsapp', whatsappCall(takeChat(limits, watch)))
    .post('/telegram', telegramCall(takeChat(limits, watch)))
