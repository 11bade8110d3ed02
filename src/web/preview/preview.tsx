import { Hono } from 'hono'
import type { VNode } from 'preact'
import { type Page, ResidentPage, type Say, SHARED, STAFF_ONLY, StaffPage } from '#ui'
import { isLocale, type Locale, reader } from '#words'
import type { Assets } from '../assets.ts'
import { html, type PageEnv } from '../html.ts'
import { oneCase } from './case-sample.tsx'
import { followed } from './followed-sample.tsx'
import { home } from './home-sample.tsx'
import { confirmation, question } from './journey-samples.tsx'
import { queue } from './queue-sample.tsx'
import type { Samples } from './samples.ts'
import { Contents, Sheet } from './sheet.tsx'

/**
 * Shows every component and sample page in both languages and themes; `more` adds pages and mails of the rooms.
 * Mounted at the root: `/preview`, `/ar/preview/NAME?theme=dark&digits=arab&hijri=yes`.
 */
export function preview(assets: Assets, more: Samples = {}) {
  const samples: Samples = { ...SHEETS, ...PAGES, ...more }
  const app = new Hono<PageEnv>()
  app.get('/preview', (c) => c.redirect('/ar/preview'))
  app.use('/:locale{ar|en}/preview/*', async (c, next) => {
    const { locale } = c.req.param()
    if (!isLocale(locale)) return c.notFound()
    c.set('page', pageOf(assets, locale, new URL(c.req.url)))
    return next()
  })
  app.get('/:locale{ar|en}/preview', (c) => html(c, contents(Object.keys(samples))))
  app.get('/:locale{ar|en}/preview/:name', (c) => {
    const sample = samples[c.req.param('name')]
    return sample ? html(c, sample(sayIn(c.var.page.reader.locale))) : c.notFound()
  })
  return app
}

/** The names of all previews, for whoever walks over them. */
export const previewNames = (more: Samples = {}): string[] => Object.keys({ ...SHEETS, ...PAGES, ...more })

const SHEETS: Samples = {
  residents: () => (
    <ResidentPage title="Components">
      <h1 lang="en">Residents</h1>
      <Sheet components={SHARED} />
    </ResidentPage>
  ),
  staff: (say) => (
    <StaffPage
      title="Components"
      nav={[]}
      user={{ name: say('ليلى', 'Layla'), role: say('مراجع', 'Reviewer'), signOut: '#' }}
    >
      <h1 lang="en">Staff</h1>
      <Sheet components={{ ...STAFF_ONLY, ...SHARED }} />
    </StaffPage>
  ),
}

const PAGES: Samples = { home, question, confirmation, followed, queue, case: oneCase }

const contents = (names: readonly string[]): VNode => (
  <ResidentPage title="Preview">
    <h1 lang="en">Preview</h1>
    <Contents sheets={names} />
  </ResidentPage>
)

const sayIn = (locale: Locale): Say => (locale === 'ar' ? (arabic) => arabic : (_, english) => english)

function pageOf(assets: Assets, locale: Locale, { pathname, search, searchParams }: URL): Page {
  const theme = searchParams.get('theme')
  return {
    reader: reader(locale, 'Asia/Amman', {
      digits: searchParams.get('digits') === 'arab' ? 'arab' : 'latn',
      hijri: searchParams.has('hijri'),
    }),
    path: pathname.replace(/^\/\w+/, '') + search,
    asset: assets.href,
    csrf: 'preview',
    demonstration: searchParams.has('demonstration'),
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
  }
}
