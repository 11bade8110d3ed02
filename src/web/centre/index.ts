import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { postArrival, showArrival, showArrivals } from './arrivals.tsx'
import { openCall, postCaller, showCaller } from './caller.tsx'
import { postRegister, showRegister } from './register.tsx'

/** The contact centre; mounted below each language. */
export const centre = (): Hono<Env> => new Hono<Env>().route('/', behindSignIn())

const behindSignIn = () =>
  new Hono<StaffEnv>()
    .use('/centre/*', staffOnly)
    .get('/centre', (c) => showCaller(c))
    .post('/centre', postCaller)
    .post('/centre/open', openCall)
    .get('/centre/new', (c) => showRegister(c))
    .post('/centre/new', postRegister)
    .get('/centre/arrivals', showArrivals)
    .get('/centre/arrivals/:id', (c) => showArrival(c))
    .post('/centre/arrivals/:id', postArrival)
