import type { ComponentChildren } from 'preact'
import type { Me } from '#integrity'
import { hashOf, type Place } from './place.ts'
import { useReading } from './words.ts'

type PlaceName = 'inbox' | 'closed' | 'custody' | 'statistics' | 'account'

const OFFICERS: readonly PlaceName[] = ['inbox', 'closed', 'statistics', 'account']
const CUSTODIANS: readonly PlaceName[] = ['custody', 'account']

/** Around every place of the office: where one is, who one is, the way out. */
export function Frame({
  me,
  place,
  onLeave,
  children,
}: {
  me: Me
  place: Place
  onLeave: () => void
  children: ComponentChildren
}) {
  const { t, locale } = useReading()
  const places = me.officer.office === 'custodian' ? CUSTODIANS : OFFICERS
  return (
    <>
      <Top>
        <span class="office-who">{me.officer.name[locale]}</span>
        <button type="button" class="button plain compact" onClick={onLeave}>
          {t.nav.signOut}
        </button>
      </Top>
      <nav class="office-places" aria-label={t.title}>
        {places.map((at) => (
          <a key={at} href={hashOf({ at })} aria-current={place.at === at ? 'page' : undefined}>
            {t.nav[at]}
          </a>
        ))}
      </nav>
      <main id="main" class="office-main" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** The bar above everything, also before anybody has signed in. */
export function Top({ children }: { children?: ComponentChildren }) {
  const { t, locale } = useReading()
  const other = locale === 'ar' ? 'en' : 'ar'
  return (
    <header class="office-top">
      <span class="office-name">
        <strong>{t.title}</strong> <span>{t.service}</span>
      </span>
      <a href={`/sealed/${other}/office${location.hash}`} lang={other} hreflang={other}>
        {t.otherLanguage}
      </a>
      {children}
    </header>
  )
}

/** A page of one column, for coming in. */
export const Alone = ({ children }: { children: ComponentChildren }) => (
  <>
    <Top />
    <main id="main" class="office-main office-alone" tabIndex={-1}>
      {children}
    </main>
  </>
)
