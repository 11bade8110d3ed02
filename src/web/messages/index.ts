import { Hono } from 'hono'
import type { ChatWatch } from '#knowledge'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/index.ts'
import { saveByLink, saveOwn, showByLink, showOwn } from './choices.tsx'
import { streamCount } from './live.ts'
import { postRead, showNotices } from './notices.tsx'
import { allowOwn, allowStaff, showOwnPush, showStaffPush } from './push.tsx'
import { postStaffChoices, showStaffChoices } from './staff-choices.tsx'
import { postAgain, showUndelivered } from './undelivered.tsx'

/** The pages about messages; mounted below each language. */
export const messagePages = (watch: ChatWatch): Hono<Env> =>
  new Hono<Env>()
    .get('/my/messages', showOwn)
    .post('/my/messages', saveOwn)
    .get('/my/messages/push', showOwnPush)
    .post('/my/messages/push', allowOwn)
    .get('/messages/choices/:token', showByLink)
    .post('/messages/choices/:token', saveByLink)
    .route('/', ofStaff(watch))

const ofStaff = (watch: ChatWatch) =>
  new Hono<StaffEnv>()
    .use('/staff/notices/*', staffOnly)
    .use('/staff/undelivered', staffOnly)
    .get('/staff/notices', showNotices)
    .post('/staff/notices', postRead)
    .get('/staff/notices/live', streamCount(watch))
    .get('/staff/notices/choices', (c) => showStaffChoices(c))
    .post('/staff/notices/choices', postStaffChoices)
    .get('/staff/notices/push', showStaffPush)
    .post('/staff/notices/push', allowStaff)
    .get('/staff/undelivered', showUndelivered)
    .post('/staff/undelivered', postAgain)
