import type { ComponentChildren } from 'preact'
import { fromBase64url, keyFingerprint } from '#sealing'
import { words } from '#words'
import { Icon } from '../../../ui/icon.tsx'
import { AgeUpload } from './age-upload.tsx'
import type { PageLocale, PageSettings } from './settings.ts'

interface LandingProps {
  locale: PageLocale
  settings: PageSettings
}

/** The honest page: complete without script, where the program draws itself into `#reporter`. */
export function Landing({ locale, settings }: LandingProps) {
  const { landing } = words(locale).sealed
  const { sections } = landing
  const texts = settings.texts[locale]
  return (
    <>
      <div class="heading" data-landing>
        <div class="heading-words">
          <h1>{landing.title}</h1>
          <p class="lead">{landing.lead}</p>
        </div>
      </div>
      <div id="reporter">
        <div class="notice warning">
          <Icon name="alert" />
          <div class="notice-body">
            <p class="notice-title">{landing.noScript.title}</p>
            <p>{landing.noScript.text}</p>
          </div>
        </div>
      </div>
      <div data-landing>
        <Part title={sections.what}>
          <p>{landing.what.about}</p>
          <p>{landing.what.against}</p>
          <p>{landing.what.belief}</p>
          <p>
            {landing.what.ordinary} <a href={`${settings.home}/${locale}`}>{landing.what.complaint}</a>
          </p>
        </Part>
        <Part title={sections.promised}>
          <List all={landing.promised} />
        </Part>
        <Part title={sections.notPromised}>
          <List all={landing.notPromised} />
        </Part>
        <Part title={sections.safe}>
          <List all={landing.safe} />
          <p>{landing.tor('Tor Browser', 'torproject.org')}</p>
          {settings.onion && (
            <p>
              {landing.onion}: <bdi class="fingerprint">{settings.onion}</bdi>
            </p>
          )}
        </Part>
        <Part title={sections.law}>
          <Said text={texts.law} otherwise={landing.law} />
        </Part>
        <Part title={sections.protection}>
          <Said text={texts.protection} otherwise={landing.protection} />
        </Part>
        <Part title={sections.next}>
          <Next locale={locale} />
        </Part>
        <Part title={sections.routes}>
          <Routes locale={locale} routes={texts.routes} />
        </Part>
        <Part title={sections.file}>
          <AgeUpload locale={locale} age={settings.age} />
        </Part>
        <Part title={sections.proof}>
          <Proof locale={locale} authority={settings.authority} />
        </Part>
      </div>
    </>
  )
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="landing-part">
    <h2>{title}</h2>
    {children}
  </section>
)

const List = ({ all }: { all: readonly string[] }) => (
  <ul class="landing-list">
    {all.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
)

/** The operator's text, a paragraph a line; until there is one, what is true without it. */
const Said = ({ text, otherwise }: { text: string; otherwise: readonly string[] }) => (
  <>
    {(text.trim() ? text.split(/\n+/) : otherwise).map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </>
)

const Next = ({ locale }: { locale: PageLocale }) => (
  <ol class="steps">
    {words(locale).sealed.landing.next.map(({ title, text }) => (
      <li key={title}>
        <strong>{title}</strong>
        <span>{text}</span>
      </li>
    ))}
  </ol>
)

function Routes({ locale, routes }: { locale: PageLocale; routes: PageSettings['texts']['ar']['routes'] }) {
  const say = words(locale).sealed.landing.routes
  const usual = [
    { name: say.postal, text: say.postalText },
    { name: say.person, text: say.personText },
    { name: say.telephone, text: say.telephoneText },
  ]
  return (
    <dl class="facts">
      {[...usual, ...routes].map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Proof({ locale, authority }: { locale: PageLocale; authority?: string }) {
  const { proof } = words(locale).sealed.landing
  const key = fromBase64url(authority ?? '')
  return (
    <>
      <p>{proof.text}</p>
      {key?.length === 32 ? (
        <dl class="facts">
          <div>
            <dt>{proof.authority}</dt>
            <dd>
              <bdi class="fingerprint">{keyFingerprint(key)}</bdi>
            </dd>
          </div>
        </dl>
      ) : (
        <p>
          <strong>{proof.noAuthority}</strong>
        </p>
      )}
      <ul>
        <li>
          <a href="/sealed/manifest.json">{proof.files}</a>
        </li>
        <li>
          <a href="/sealed/statistics.json">{proof.statistics}</a>
        </li>
      </ul>
    </>
  )
}
