import { serve } from '@hono/node-server'
import { type Browser, chromium } from 'playwright-core'
import { type App, anApp } from './app.ts'

export interface Journey {
  app: App
  /** Where the application listens. */
  origin: string
  browser: Browser
  end(): Promise<void>
}

/** The whole application over an invented country, listening, and a real browser to walk it with. */
export async function aJourney(): Promise<Journey> {
  const ends: (() => unknown)[] = []
  const t: Ends = { after: (end) => ends.push(end) }
  const app = await anApp({ after: (end) => ends.push(end as () => unknown) })
  return {
    app,
    origin: await listening(t, app.app),
    browser: await aBrowser(t),
    end: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}

/** Whoever ends what was begun. */
export interface Ends {
  after(end: () => unknown): void
}

/** Where an application listens from now on. */
export async function listening(t: Ends, { fetch }: Pick<App['app'], 'fetch'>): Promise<string> {
  const server = serve({ fetch, port: 0 })
  t.after(() => server.close())
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  return `http://localhost:${typeof address === 'object' ? address?.port : ''}`
}

export async function aBrowser(t: Ends): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  t.after(() => browser.close())
  return browser
}
