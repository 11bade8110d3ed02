import { Hono } from 'hono'
import type { Env } from '../base/env.ts'
import { aboutPage } from './about.tsx'
import { helpPage } from './help.tsx'
import { homePage } from './home.tsx'
import { violationPage } from './violation.tsx'

/** The pages that are for everyone. */
export const publicRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/', homePage)
    .get('/about', aboutPage)
    .get('/help', helpPage)
    .get('/violation', violationPage)
