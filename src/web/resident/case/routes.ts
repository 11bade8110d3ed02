import { type Context, Hono } from 'hono'
import { ownsCase } from '#cases'
import type { Env } from '../../base/env.ts'
import { readForm } from '../../forms/index.ts'
import { addReceipts } from '../../proof/index.ts'
import { go } from '../go.ts'
import { sendCaseFile } from './file.ts'
import { isAct, type Own } from './own.ts'
import { drawCase } from './page.tsx'
import { closeCase, openCase, openForCase } from './session.ts'
import { askStep, takeResidentStep } from './step.ts'

type Find = (c: Context<Env>) => Own | undefined | Promise<Own | undefined>

/** Opened by number and PIN: the address says nothing about which case it is. */
export function guestCaseRoutes(): Hono<Env> {
  const find: Find = (c) => {
    const caseId = openCase(c)
    if (!caseId) return undefined
    openForCase(c, caseId)
    return { caseId, base: '/case', residentId: null }
  }
  const app = casePages(find, (c) => go(c, '/follow?over'))
  app.post('/close', async (c) => {
    const form = await readForm(c)
    if (form.ok) closeCase(c)
    return go(c, '/follow')
  })
  return app
}

/** Opened by its signed-in owner; the id in the address opens nothing for anybody else. */
export function ownCaseRoutes(): Hono<Env> {
  const find: Find = async (c) => {
    const { resident, tools } = c.var
    const caseId = c.req.param('id') ?? ''
    if (!resident || !(await ownsCase(tools.db, resident.id, caseId))) return undefined
    return { caseId, base: `/my/${caseId}`, residentId: resident.id }
  }
  return casePages(find, (c) => (c.var.resident ? c.notFound() : go(c, '/sign-in?then=my')))
}

function casePages(find: Find, elsewhere: (c: Context<Env>) => Response | Promise<Response>): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/', async (c) => {
    const own = await find(c)
    return own ? drawCase(c, own) : elsewhere(c)
  })
  app.get('/files/:file', async (c) => {
    const own = await find(c)
    return own ? sendCaseFile(c, own, c.req.param('file')) : elsewhere(c)
  })
  addReceipts(app, find, elsewhere)
  app.get('/:step', async (c, next) => {
    const step = c.req.param('step')
    if (!isAct(step)) return next()
    const own = await find(c)
    return own ? askStep(c, own, step) : elsewhere(c)
  })
  app.post('/:step', async (c, next) => {
    const step = c.req.param('step')
    if (!isAct(step)) return next()
    const own = await find(c)
    if (own) return takeResidentStep(c, own, step)
    await readForm(c)
    return elsewhere(c)
  })
  return app
}
