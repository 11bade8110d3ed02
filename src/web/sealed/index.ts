import { Hono } from 'hono'
import { type Room, statistics } from '#integrity'
import { ageFiles } from './age-files.ts'
import type { SealedEnv } from './answer.ts'
import { refuse } from './answer.ts'
import { sealedHeaders } from './headers.ts'
import { movedCalls } from './moved-calls.ts'
import { officeCalls } from './office-calls.ts'
import { reporterCalls } from './reporter-calls.ts'
import type { SealedTexts } from './texts.ts'

export { operatorsTexts } from './texts.ts'

export interface SealedChoices {
  texts: () => SealedTexts
  /** The pages with the browser programs; they bring their own headers. */
  pages?: Hono | undefined
  /** What the general process proves itself with when it hands over a text from another machine. */
  moveKey?: string | undefined
}

/**
 * The sealed room over HTTP, everything below `/sealed`. It shares nothing with the rest of the web application: no
 * cookies for reporters, no log of requests, no tools.
 */
export function sealedRoom(room: Room, { texts, pages, moveKey }: SealedChoices): Hono<SealedEnv> {
  const app = new Hono<SealedEnv>()
  app.onError((error, c) => {
    // Where it happened, never with what.
    const { name, code = '' } = error as Error & { code?: string }
    const at = error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 8)
    room.log.error({ type: name, kind: code, at }, 'the sealed room could not answer')
    return c.json({ refused: 'broken' }, 500)
  })
  app.notFound((c) => refuse(c, 'not-found'))
  app.use(sealedHeaders({ https: room.url.startsWith('https:') }))
  app.use(async (c, next) => {
    c.set('room', room)
    await next()
  })
  app.get('/sealed/statistics.json', async (c) => c.json(await statistics(room)))
  app.route('/sealed/api', reporterCalls(texts))
  if (moveKey) app.route('/sealed/api', movedCalls(moveKey))
  app.route('/sealed/office/api', officeCalls())
  app.route('/sealed', ageFiles())
  if (pages) app.route('/', pages)
  return app
}
