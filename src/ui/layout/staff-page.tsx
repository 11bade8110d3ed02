import type { ComponentChildren } from 'preact'
import { formatNumber } from '#words'
import { Icon, type IconName } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'
import { Document } from './document.tsx'
import { Back, Demonstration, OtherLanguage } from './resident-page.tsx'
import { UserMenu, type UserMenuProps } from './user-menu.tsx'
import { Wordmark } from './wordmark.tsx'

export interface StaffLink {
  href: string
  label: string
  icon: IconName
  /** How many are waiting there. */
  count?: number
  current?: boolean
  /** Where the number comes from while the page is open. */
  live?: string
  /** What brings the number there, where it is not the bell's: an event of the same stream. */
  event?: string
  /** The number in words, where it is not of cases. */
  said?: string
}

export interface StaffPageProps {
  title: string
  /** The places this person's roles open. */
  nav: readonly StaffLink[]
  user: UserMenuProps
  /** Where the search box asks (`q`), and what was asked. */
  search?: { action: string; value?: string }
  home?: string
  back?: string
  wrong?: boolean
  /** Keyboard and the like: plain names of files in `src/ui/islands`. */
  islands?: readonly string[]
  children: ComponentChildren
}

/** A page for staff: dense and quiet, the places at the side, the search always at hand. */
export const StaffPage = ({
  title,
  nav,
  user,
  search,
  home,
  back,
  wrong,
  islands,
  children,
}: StaffPageProps) => (
  <Document
    title={title}
    sheet="staff.css"
    wrong={wrong}
    islands={islands}
    secret
    fonts={FONTS[useReader().locale]}
  >
    <Demonstration />
    <header class="top">
      <Wordmark href={home} />
      {search && <SearchBox {...search} />}
      <OtherLanguage />
      <UserMenu {...user} />
    </header>
    <div class="desk">
      <Places nav={nav} />
      <main id="main" tabIndex={-1}>
        {back && <Back href={back} />}
        {children}
      </main>
    </div>
  </Document>
)

const FONTS = {
  ar: ['ibm-plex-sans-arabic-arabic-400.woff2'],
  en: ['ibm-plex-sans-arabic-latin-400.woff2'],
}

function SearchBox({ action, value }: { action: string; value?: string }) {
  const { ui } = useWords()
  return (
    <search class="top-search">
      <form action={action} method="get">
        <label class="unseen" for="search">
          {ui.search}
        </label>
        <Icon name="search" />
        <input
          id="search"
          name="q"
          type="search"
          value={value}
          dir="auto"
          placeholder={ui.searchHint}
          aria-keyshortcuts="/"
        />
      </form>
    </search>
  )
}

function Places({ nav }: { nav: readonly StaffLink[] }) {
  const { ui } = useWords()
  const reader = useReader()
  return (
    <nav class="places" aria-label={ui.mainMenu}>
      <ul>
        {nav.map(({ href, label, icon, count, current, live, event = live && 'count', said }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined} data-live={live} data-event={event}>
              <Icon name={icon} />
              <span class="place-name">{label}</span>
              {count !== undefined && (count > 0 || event) && (
                <span class="count" hidden={count === 0}>
                  <span aria-hidden="true">{formatNumber(reader, count)}</span>
                  <span class="unseen">{said ?? ui.waiting(count)}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
