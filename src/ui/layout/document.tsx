import type { ComponentChildren } from 'preact'
import { direction } from '#words'
import { usePage, useWords } from '../page.tsx'

export interface DocumentProps {
  /** What the tab says, before the name of the service. */
  title: string
  /** Which style sheet: its plain name. */
  sheet: 'resident.css' | 'staff.css'
  /** What only this page needs beside it. */
  sheets?: readonly string[]
  /** Fonts that the first screen needs. */
  fonts?: readonly string[]
  /** Scripts of the page, by plain name. Residents' pages have none unless they cannot do without. */
  islands?: readonly string[]
  /** The page shows errors: the tab says so too. */
  wrong?: boolean
  /** A page about one person must not be found by a search engine. */
  secret?: boolean
  children: ComponentChildren
}

/** The frame around every page. */
export function Document({
  title,
  sheet,
  sheets = [],
  fonts,
  islands = [],
  wrong,
  secret,
  children,
}: DocumentProps) {
  const { reader, asset, theme } = usePage()
  const { ui, common } = useWords()
  return (
    <html lang={reader.locale} dir={direction(reader.locale)} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <title>{ui.tabTitle(wrong ? ui.errorInTitle(title) : title, common.service)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf7f1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161815" media="(prefers-color-scheme: dark)" />
        {secret && <meta name="robots" content="noindex" />}
        <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
        {fonts?.map((font) => (
          <link
            key={font}
            rel="preload"
            href={asset(font)}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        {[sheet, ...sheets].map((each) => (
          <link key={each} rel="stylesheet" href={asset(each)} />
        ))}
        {islands.map((island) => (
          <script key={island} type="module" src={asset(island)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {ui.skip}
        </a>
        {children}
      </body>
    </html>
  )
}
