import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, chromium } from 'playwright-core'
import { base64url } from '#sealing'
import { sealedRoom } from '../../src/web/sealed/index.ts'
import { sealedPages } from '../../src/web/sealed/pages/index.ts'
import { aRoom } from './sealed-room.ts'

/** What a hostile server does to a request before the room sees it; undefined lets it pass. */
export type Meddling = (request: Request) => Promise<Response | undefined> | Response | undefined

/** A sealed room that listens, with its pages, and a real browser. `meddle` makes the server hostile. */
export async function aListeningRoom(t: Pick<TestContext, 'after'>) {
  // A passkey is good for the address that it was made at: the room must know its own before it is opened.
  let app: ReturnType<typeof sealedRoom> | undefined
  let meddling: Meddling = () => undefined
  const asked: { method: string; path: string; body: string; headers: string }[] = []
  const front = new Hono().all('*', async (c) => {
    const { method, url, headers } = c.req.raw
    const body = Buffer.from(await c.req.raw.clone().arrayBuffer()).toString('latin1')
    asked.push({ method, path: new URL(url).pathname, body, headers: JSON.stringify([...headers]) })
    return (await meddling(c.req.raw.clone())) ?? app?.fetch(c.req.raw) ?? c.notFound()
  })
  const server = serve({ fetch: front.fetch, port: 0, overrideGlobalObjects: false })
  t.after(() => void server.close())
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  const room = await aRoom(t, { url: origin })
  const none = { law: '', protection: '', routes: [] }
  const texts = () => ({ ar: none, en: none })
  const key = base64url(Uint8Array.from(room.authority.publicKey))
  writeFileSync(join(room.dir, 'authority.pub'), `${key}\n`)
  const given = { dir: room.dir, texts, home: '', country: 'jordan' as const }
  app = sealedRoom(room.room, { texts, pages: sealedPages(room.room, given) })
  const browser = await openBrowser(t)
  return {
    ...room,
    /** Everything that was asked of the server, as it came over the wire. */
    asked,
    browser,
    given,
    origin,
    meddle: (next: Meddling) => {
      meddling = next
    },
  }
}

export type ListeningRoom = Awaited<ReturnType<typeof aListeningRoom>>

async function openBrowser(t: Pick<TestContext, 'after'>): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  t.after(() => browser.close())
  return browser
}
