import type { ComponentChildren } from 'preact'
import { otherLocale, words } from '#words'
import { Icon } from '../icon.tsx'
import { useLink, usePage, useReader, useWords } from '../page.tsx'
import { Time } from '../time.tsx'
import { Document } from './document.tsx'
import { Wordmark } from './wordmark.tsx'

export interface PageLink {
  href: string
  label: string
  current?: boolean
}

export interface ResidentPageProps {
  title: string
  /** Where "back" leads; every page of a journey has it. */
  back?: string
  /** In the header: follow a case, my cases, sign in. */
  links?: readonly PageLink[]
  footer?: readonly PageLink[]
  /** Lists and the home page take more room than a question. */
  wide?: boolean
  wrong?: boolean
  /** About one person: kept out of search engines. */
  secret?: boolean
  /** Only when the page cannot do without script. */
  islands?: readonly string[]
  /** Styles that only this page needs. */
  sheets?: readonly string[]
  children: ComponentChildren
}

/** A page for residents: one thing at a time, no script. */
export const ResidentPage = ({
  title,
  back,
  links,
  footer,
  wide,
  wrong,
  secret,
  islands,
  sheets,
  children,
}: ResidentPageProps) => (
  <Document
    title={title}
    sheet="resident.css"
    fonts={useReader().locale === 'ar' ? ['readex-arabic.woff2'] : undefined}
    wrong={wrong}
    secret={secret}
    islands={islands}
    sheets={sheets}
  >
    <Demonstration />
    <header class="top">
      <div class="frame top-row">
        <Wordmark />
        <OtherLanguage />
        <Menu links={links} />
      </div>
    </header>
    <main id="main" tabIndex={-1} class={wide ? 'frame wide' : 'frame'}>
      {back && <Back href={back} />}
      {children}
    </main>
    <Footer links={footer} />
  </Document>
)

function Menu({ links = [] }: { links?: readonly PageLink[] }) {
  const { ui } = useWords()
  if (links.length === 0) return null
  return (
    <nav class="top-links" aria-label={ui.mainMenu}>
      <Links links={links} />
    </nav>
  )
}

/** Says on every page of a demonstration that nothing is real. */
export function Demonstration() {
  const { demonstration, shiftedTo } = usePage()
  const { ui, time } = useWords()
  if (!demonstration) return null
  return (
    <aside class="demonstration">
      {ui.demonstration}
      {shiftedTo && (
        <strong>
          {' '}
          {time.clock.itIs} <Time at={shiftedTo} />
        </strong>
      )}
    </aside>
  )
}

/** The same page in the other language. */
export function OtherLanguage() {
  const { reader, path } = usePage()
  const other = otherLocale(reader.locale)
  return (
    <a
      class="other-language"
      href={`/${other}${path === '/' ? '' : path}`}
      lang={other}
      hreflang={other}
      rel="alternate"
    >
      {words(other).common.languageName}
    </a>
  )
}

export const Back = ({ href, label }: { href: string; label?: string }) => (
  <a class="back-link" href={href}>
    <Icon name="arrow" back />
    {label ?? useWords().common.acts.back}
  </a>
)

export const Links = ({ links = [] }: { links?: readonly PageLink[] }) => (
  <>
    {links.map(({ href, label, current }) => (
      <a key={href} href={href} aria-current={current ? 'page' : undefined}>
        {label}
      </a>
    ))}
  </>
)

function Footer({ links }: { links?: readonly PageLink[] }) {
  const { ui, common } = useWords()
  const link = useLink()
  return (
    <footer class="foot">
      <div class="frame foot-row">
        <p>{ui.footer}</p>
        <p class="foot-links">
          <a href={link('/')}>{common.acts.home}</a>
          <Links links={links} />
        </p>
      </div>
    </footer>
  )
}
