import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { holds } from '#people'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { showAudit } from './audit.tsx'
import { showCalendar } from './calendars/calendar.tsx'
import { holiday } from './calendars/holiday.tsx'
import { listOfCalendars } from './calendars/list.tsx'
import { newCalendar } from './calendars/new.tsx'
import { remove } from './calendars/remove.tsx'
import { season } from './calendars/season.tsx'
import { weekly } from './calendars/weekly.tsx'
import { category } from './categories/category.tsx'
import { listCategories } from './categories/list.tsx'
import { automatic, central, entity, stage } from './entities/entity.tsx'
import { listEntities } from './entities/list.tsx'
import { newEntity } from './entities/new.tsx'
import { unit } from './entities/unit.tsx'
import type { Admin } from './form-page.ts'
import { showHandedOut } from './handed-out-page.tsx'
import { installation } from './installation.tsx'
import { listOfLadder } from './ladder/list.tsx'
import { rung } from './ladder/rung.tsx'
import { showOverview } from './overview.tsx'
import { posters } from './posters/list.tsx'
import { newPoster } from './posters/new.tsx'
import { printPoster } from './posters/print.ts'
import { historyOfPromises } from './promises/history.tsx'
import { listOfPromises } from './promises/list.tsx'
import { ending, promise } from './promises/set.tsx'
import { grant } from './staff/grant.tsx'
import { listOfStaff } from './staff/list.tsx'
import { newPerson } from './staff/new.tsx'
import * as person from './staff/person.tsx'
import { newToken, tokens } from './tokens.tsx'

type Show = (c: Admin) => Response | Promise<Response>
type Form = { show: Show; send: Show }
type Refuse = (c: Context<Env>) => Response | Promise<Response>

const PAGES: Record<string, Show> = {
  '/': showOverview,
  '/entities': listEntities,
  '/categories': listCategories,
  '/promises': listOfPromises,
  '/promises/history': historyOfPromises,
  '/calendars': listOfCalendars,
  '/ladder': listOfLadder,
  '/staff': listOfStaff,
  '/handed-out': showHandedOut,
  '/audit': showAudit,
}

/** Pages with a form of their own: shown and sent at one address. `new` stands before `:id`. */
const FORMS: Record<string, Form> = {
  '/entities/new': newEntity,
  '/entities/:id': entity,
  '/entities/:id/units/new': unit,
  '/entities/:id/units/:unit': unit,
  '/categories/new': category,
  '/categories/:id': category,
  '/promises/set': promise,
  '/calendars/new': newCalendar,
  '/ladder/rung': rung,
  '/calendars/holiday': holiday,
  '/calendars/:id/season': season,
  '/calendars/:id/hours': weekly,
  '/calendars/:id/remove': remove,
  '/staff/new': newPerson,
  '/staff/:id': person.person,
  '/staff/:id/grant': grant,
  '/posters': posters,
  '/posters/new': newPoster,
  '/tokens': tokens,
  '/tokens/new': newToken,
  '/installation': installation,
}

/** Buttons of a page: sent to an address of their own, refused on the page that they stand on. */
const ACTS: Record<string, Form> = {
  '/entities/:id/stage': stage,
  '/entities/:id/central': central,
  '/entities/:id/automatic': automatic,
  '/promises/end': ending,
  '/staff/:id/password': person.passwordReset,
  '/staff/:id/second-factor': person.factorReset,
  '/staff/:id/sessions': person.signingOut,
  '/staff/:id/disable': person.disabling,
  '/staff/:id/enable': person.enabling,
  '/staff/:id/end-grant': person.grantEnding,
}

/** The administrator's pages; `notYours` answers everybody else. Mounted at `/ar/admin` and `/en/admin`. */
export function adminPages(notYours: Refuse): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.use('*', adminOnly(notYours))
  for (const [path, show] of Object.entries(PAGES)) app.get(path, show)
  for (const [path, { show, send }] of Object.entries(FORMS)) app.get(path, show).post(path, send)
  for (const [path, { send }] of Object.entries(ACTS)) app.get(path, toItsPage).post(path, send)
  // After the others, whose names would be taken for an id.
  return app.get('/calendars/:id', showCalendar).get('/posters/:code/paper', printPoster)
}

/** Whoever reloads or changes the language after a refused act comes back to the page of its button. */
const toItsPage: Show = (c) => c.redirect(c.req.path.slice(0, c.req.path.lastIndexOf('/')), 303)

const adminOnly =
  (notYours: Refuse): MiddlewareHandler<StaffEnv> =>
  (c, next) => {
    if (c.var.officer && holds(c.var.officer, 'admin')) return staffOnly(c, next)
    // Whoever is signed out while writing is led to the door and back; nobody else is told what is here.
    return !c.var.officer && c.req.method === 'GET'
      ? staffOnly(c, next)
      : Promise.resolve(notYours(c as unknown as Context<Env>))
  }
