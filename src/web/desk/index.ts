import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { postLink, postLinkEnd } from './case/post-link.tsx'
import { postStep } from './case/post-step.ts'
import { showCase, showFile } from './case/show.tsx'
import { postUnwatch, postWatch } from './case/watch.tsx'
import { showDates } from './explain/show.tsx'
import { postFollowQueue, postUnfollowQueue } from './follow-queue.tsx'
import { showLearning } from './learning/show.tsx'
import { postPassword, showPassword } from './password.tsx'
import { showQueue } from './queue.tsx'
import { postCode, postDemonstration, postSignIn, postSignOut, showCode, showSignIn } from './sign-in.tsx'
import { staffOnly } from './staff-only.ts'
import { postTemplate, showTemplate, showTemplates } from './templates.tsx'
import { showPromised } from './time/promised.tsx'
import { showSoon } from './time/soon.tsx'

export { staffOnly } from './staff-only.ts'

/** Signing in, the queue and the cases; mounted below each language. */
export const desk = (): Hono<Env> =>
  new Hono<Env>()
    .get('/staff/sign-in', (c) => showSignIn(c))
    .post('/staff/sign-in', postSignIn)
    .get('/staff/sign-in/code', (c) => showCode(c))
    .post('/staff/sign-in/code', postCode)
    .post('/staff/sign-in/demonstration', postDemonstration)
    .post('/staff/sign-out', postSignOut)
    .route('/', behindSignIn())

const behindSignIn = () =>
  new Hono<StaffEnv>()
    .use('/staff/password', staffOnly)
    .use('/desk/*', staffOnly)
    .get('/staff/password', (c) => showPassword(c))
    .post('/staff/password', postPassword)
    .get('/desk', showQueue)
    .get('/desk/soon', showSoon)
    .get('/desk/promised', showPromised)
    .get('/desk/suggestions', showLearning)
    .get('/desk/templates', (c) => showTemplates(c))
    .get('/desk/templates/:id', (c) => showTemplate(c))
    .post('/desk/templates/:id', postTemplate)
    .get('/desk/cases/:id', (c) => showCase(c))
    .get('/desk/cases/:id/dates', showDates)
    .post('/desk/follow-queue', postFollowQueue)
    .post('/desk/follow-queue/end', postUnfollowQueue)
    .post('/desk/follow/:id', postWatch)
    .post('/desk/follow/:id/end', postUnwatch)
    .get('/desk/cases/:id/files/:file', showFile)
    .post('/desk/cases/:id/entity-link', postLink)
    .post('/desk/cases/:id/entity-link/end', postLinkEnd)
    .post('/desk/cases/:id/:step', postStep)
