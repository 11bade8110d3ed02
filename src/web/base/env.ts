import type { Context, MiddlewareHandler } from 'hono'
import type { Officer, Resident } from '#people'
import type { Page } from '#ui'
import type { AppTools } from '../../tools.ts'

/** What every handler finds in its context; `form` comes from the protection of forms. */
export interface Env {
  Variables: {
    tools: AppTools
    page: Page
    /** Signed-in staff, with the grants in force now. */
    officer?: Officer
    /** A signed-in resident. */
    resident?: Resident
  }
}

/** Behind `staffOnly` there is an officer. */
export interface StaffEnv {
  Variables: Env['Variables'] & { officer: Officer }
}

export type Handler<E extends Env = Env> = (c: Context<E>) => Response | Promise<Response>
export type Middleware = MiddlewareHandler<Env>
