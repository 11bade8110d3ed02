import type { ComponentChildren } from 'preact'
import { direction, otherLocale, words } from '#words'
import type { PageLocale } from './settings.ts'

/** A file of the page as the browser is told to accept it: its address and what its bytes must hash to. */
export interface Part {
  address: string
  integrity: string
}

export interface Frame {
  locale: PageLocale
  title: string
  style: Part
  mark: string
  /** The browser program; pages without one run no script. */
  script?: Part
  /** Where a quick leave leads. */
  leave: string
  dates: string
  demonstration: boolean
}

interface DocumentProps extends Frame {
  children: ComponentChildren
}

/** The frame around every static page: one style sheet, at most one script, nothing from anywhere else. */
export function SealedDocument({ children, ...frame }: DocumentProps) {
  const { locale, title, style, mark, script, leave, dates, demonstration } = frame
  const { sealed, common } = words(locale)
  return (
    <html lang={locale} dir={direction(locale)} data-leave={leave} data-dates={dates}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${common.service}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href={mark} type="image/svg+xml" />
        <link rel="stylesheet" href={style.address} integrity={style.integrity} />
        {/* Integrity-Policy lets through only what is asked for with CORS, also from the same origin. */}
        {script && <script src={script.address} integrity={script.integrity} crossorigin="anonymous" defer />}
      </head>
      <body>
        <a class="skip" href="#main">
          {sealed.skip}
        </a>
        {demonstration && <aside class="demonstration">{sealed.landing.demonstration}</aside>}
        {children}
      </body>
    </html>
  )
}

interface AroundProps {
  locale: PageLocale
  /** The same page in the other language. */
  other: string
  home: string
  children: ComponentChildren
}

/** Head and foot of a reporter's page. */
export function Around({ locale, other, home, children }: AroundProps) {
  const { sealed, common } = words(locale)
  return (
    <>
      <header class="top">
        <div class="frame top-row">
          <a class="wordmark" href={`/sealed/${locale}/`}>
            <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <path
                class="mark-ground"
                d="M9 1h14a8 8 0 0 1 8 8v11a8 8 0 0 1-8 8h-8l-8 4v-4.3A8 8 0 0 1 1 20V9a8 8 0 0 1 8-8z"
              />
              <path class="mark-voice" d="M9 12v5M16 8v13M23 12v5" />
            </svg>
            <span>{sealed.service}</span>
          </a>
          <a
            class="other-language"
            href={other}
            lang={otherLocale(locale)}
            hreflang={otherLocale(locale)}
            rel="alternate"
          >
            {words(otherLocale(locale)).common.languageName}
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="frame">
        {children}
      </main>
      <footer class="foot">
        <div class="frame foot-row">
          <p>{sealed.landing.footer}</p>
          <p class="foot-links">
            <a href={`${home}/${locale}`}>{common.service}</a>
          </p>
        </div>
      </footer>
    </>
  )
}
