import { Hono } from 'hono'
import type { Env } from '../base/env.ts'
import { publicRoutes } from '../public/index.ts'
import { guestCaseRoutes, ownCaseRoutes } from './case/routes.ts'
import { askDetails, saveDetails } from './details.tsx'
import { askNumber, openByNumber } from './follow.tsx'
import { journeyRoutes } from './journey/routes.ts'
import { residentLimits } from './limits.ts'
import { myCases } from './my.tsx'
import { askCode, askContact, enter, leave, sendCode } from './sign-in/handlers.ts'

/** Everything a resident sees, to be mounted below each language. No page of it has a script. */
export function residentPages(): Hono<Env> {
  const limits = residentLimits()
  const app = new Hono<Env>()
  app.route('/', publicRoutes(limits))
  app.route('/new', journeyRoutes(limits))
  app.get('/follow', askNumber).post('/follow', openByNumber)
  app.route('/case', guestCaseRoutes())
  app.get('/my', myCases)
  app.get('/my/details', askDetails).post('/my/details', saveDetails)
  app.route('/my/:id', ownCaseRoutes())
  app.get('/sign-in', askContact).post('/sign-in', sendCode(limits))
  app.get('/sign-in/code', askCode).post('/sign-in/code', enter(limits))
  app.post('/sign-out', leave)
  return app
}
