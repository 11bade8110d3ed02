import { Hono } from 'hono'
import type { Env } from '../base/env.ts'
import type { ResidentLimits } from '../resident/limits.ts'
import { aboutPage } from './about.tsx'
import { fixedPage } from './fixed.tsx'
import { helpPage } from './help.tsx'
import { homePage } from './home.tsx'
import { follow, known } from './known.tsx'
import { scorecardPage } from './scorecard.tsx'
import { violationPage } from './violation.tsx'

/** The pages that are for everyone. */
export const publicRoutes = (limits: ResidentLimits): Hono<Env> =>
  new Hono<Env>()
    .get('/', homePage)
    .get('/about', aboutPage)
    .get('/help', helpPage)
    .get('/violation', violationPage)
    .get('/fixed', fixedPage)
    .get('/scorecard', scorecardPage)
    .get('/known/:id', known)
    .post('/known/:id', follow(limits))
