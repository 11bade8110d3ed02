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
  const app = await anApp({ after: (end) => ends.push(end as () => unknown) })
  const server = serve({ fetch: app.app.fetch, port: 0 })
  ends.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  ends.push(() => browser.close())
  return {
    app,
    browser,
    origin: `http://localhost:${typeof address === 'object' ? address?.port : ''}`,
    end: async () => {
      for (const end of ends.reverse()) await end()
    },
  }
}
