import { Hono } from 'hono'
import { chatWatch } from '#knowledge'
import { LOCALES } from '#words'
import type { SealedWing } from './sealed-wing.ts'
import type { AppTools } from './tools.ts'
import { clockPages } from './web/admin/clock/index.ts'
import { adminPages } from './web/admin/index.ts'
import { webhookPages } from './web/admin/webhooks/index.ts'
import { analysis } from './web/analysis/index.ts'
import { api } from './web/api/index.ts'
import { apiLimits } from './web/api/limits.ts'
import { loadAssets } from './web/assets.ts'
import { secureCookies } from './web/base/cookies.ts'
import type { Env } from './web/base/env.ts'
import { health } from './web/base/health.ts'
import { preparePage } from './web/base/page.ts'
import { refusals } from './web/base/refusals.tsx'
import { withoutSlash } from './web/base/slash.ts'
import { knowVisitor } from './web/base/visitor.ts'
import { centre } from './web/centre/index.ts'
import { chatDesk, chatLimits, chatPages } from './web/chat/index.ts'
import { desk } from './web/desk/index.ts'
import { evaluationPages } from './web/evaluation/index.ts'
import { answerByLink } from './web/external/index.ts'
import { protectForms, securityHeaders } from './web/forms/index.ts'
import { hooks } from './web/hooks/index.ts'
import { knowledgePages } from './web/knowledge/index.ts'
import { messagePages } from './web/messages/index.ts'
import { mailbox } from './web/messages/mailbox.tsx'
import { pushWorker } from './web/messages/push.tsx'
import { MESSAGE_SAMPLES } from './web/messages/samples.tsx'
import { stopLinks } from './web/messages/stop.ts'
import { openData } from './web/open-data/index.ts'
import { open311 } from './web/open311/index.ts'
import { operationsRoom } from './web/operations/index.ts'
import { preview } from './web/preview/preview.tsx'
import { problemPages } from './web/problems/index.ts'
import { proofPages, publishedProof } from './web/proof/index.ts'
import { poster } from './web/public/poster.ts'
import { reportPages } from './web/reports/index.ts'
import { residentPages } from './web/resident/index.ts'
import { sealedRoom } from './web/sealed/index.ts'

const STAFF_AREAS = ['staff', 'desk', 'centre', 'admin', 'analysis', 'evaluation', 'reports', 'operations']
/** Of residents' pages the chat alone renews itself. */
const SCRIPTED_AREAS = [...STAFF_AREAS, 'chat']

/** The whole web application. Built anew for every process and every test; nothing is kept outside it. */
export function buildApp(tools: AppTools): Hono<Env> {
  const assets = loadAssets()
  const { notFound, notYours, broken, foreign } = refusals(assets)
  const app = new Hono<Env>()
  // Before everything else: the sealed room shares nothing with the rest, neither headers nor cookies nor its log.
  if (tools.sealed) mountSealed(app, tools, tools.sealed)
  app.onError(broken)
  app.notFound(notFound)
  app.use(async (c, next) => {
    c.set('tools', tools)
    await tools.demonstrationClock?.refresh()
    await next()
  })
  // Before the pages' headers: an answer of the API brings its own.
  const outside = apiLimits()
  app.route('/', api(tools, assets, outside))
  app.route('/open311/v2', open311(outside))
  const https = secureCookies(tools.publicUrl)
  app.use(securityHeaders({ https, personal: true }))
  app.route('/', health(tools))
  app.route('/assets', assets.routes)
  app.route('/', publishedProof())
  app.route('/', openData())
  app.route('/messages', stopLinks())
  const [limits, watch] = [chatLimits(), chatWatch(tools.db, tools.log)]
  app.route('/hooks', hooks(limits, watch))
  app.get('/push-worker.js', pushWorker())

  const guard = protectForms({
    secret: tools.secret.toString('base64url'),
    clock: tools.wall,
    secureCookies: https,
    publicUrl: tools.publicUrl,
    refuse: foreign,
  })
  for (const locale of LOCALES) {
    app.use(`/${locale}/*`, withoutSlash)
    app.use(`/${locale}/*`, guard).use(`/${locale}/*`, knowVisitor).use(`/${locale}/*`, preparePage(assets))
    // Staff pages have small scripts of their own; residents' pages have none.
    for (const area of SCRIPTED_AREAS)
      app.use(`/${locale}/${area}/*`, securityHeaders({ https, personal: true, scripts: true }))
  }
  // Before the administrator's pages, which open to nobody else.
  if (tools.demonstration) for (const locale of LOCALES) app.route(`/${locale}/admin`, clockPages(notYours))
  const residents = residentPages()
  for (const locale of LOCALES)
    app
      .route(`/${locale}`, desk())
      .route(`/${locale}`, centre())
      .route(`/${locale}`, analysis())
      .route(`/${locale}`, evaluationPages())
      .route(`/${locale}`, reportPages())
      .route(`/${locale}`, operationsRoom())
      .route(`/${locale}`, knowledgePages())
      .route(`/${locale}`, chatPages(limits, watch))
      .route(`/${locale}`, chatDesk(limits, watch))
      .route(`/${locale}`, answerByLink())
      .route(`/${locale}`, messagePages(watch))
      .route(`/${locale}/admin`, adminPages(notYours))
      .route(`/${locale}/admin/webhooks`, webhookPages())
      .route(`/${locale}`, problemPages())
      .route(`/${locale}`, proofPages())
      .route(`/${locale}`, residents)
  // Every component and page with its examples, for whoever tries Sawt out or works on it.
  if (tools.demonstration) app.route('/', mailbox(assets)).route('/', preview(assets, MESSAGE_SAMPLES))
  app.get('/q/:code', poster)
  app.get('/', (c) => c.redirect('/ar', 302))
  return app
}

function mountSealed(app: Hono<Env>, { demonstrationClock }: AppTools, { room, ...choices }: SealedWing) {
  const sealed = sealedRoom(room, choices)
  const answer = async (c: { req: { raw: Request } }) => {
    await demonstrationClock?.refresh()
    return sealed.fetch(c.req.raw)
  }
  app.all('/sealed', answer).all('/sealed/*', answer)
}
