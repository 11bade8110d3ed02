import type { ComponentChildren } from 'preact'
import {
  Button,
  Details,
  Document,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  OtherLanguage,
  TextField,
  useLink,
  usePage,
  useReader,
  useWords,
  Wordmark,
} from '#ui'
import type { Words } from '#words'
import type { FormRefusal } from '../forms/refusal.ts'

export type SignInErrors = readonly (keyof Words['desk']['signIn']['refusals'] | FormRefusal | string)[]

export interface Demonstration {
  password: string
  accounts: readonly { email: string; name: string; role: string; place?: { ar: string; en: string } }[]
}

interface SignInPageProps {
  to?: string
  email: string
  errors: SignInErrors
  demonstration?: Demonstration
}

export function SignInPage({ to, email, errors, demonstration }: SignInPageProps) {
  const { desk, common } = useWords()
  const link = useLink()
  const { signIn } = desk
  return (
    <Door title={signIn.title} errors={errors}>
      <Heading title={signIn.title} lead={signIn.lead} />
      <Form action={`${link('/staff/sign-in')}${query(to)}`}>
        <TextField
          name="email"
          label={signIn.email}
          type="email"
          dir="ltr"
          autocomplete="username"
          value={email}
        />
        <TextField
          name="password"
          label={signIn.password}
          type="password"
          dir="ltr"
          autocomplete="current-password"
        />
        <Button>{common.acts.continue}</Button>
      </Form>
      <Details title={signIn.forgotten}>
        <p>{signIn.forgottenHelp}</p>
      </Details>
      {demonstration && <DemonstrationAccounts {...demonstration} to={to} />}
    </Door>
  )
}

export function CodePage({ to, errors, code }: { to?: string; errors: SignInErrors; code?: string }) {
  const { desk, common } = useWords()
  const link = useLink()
  const { signIn } = desk
  return (
    <Door title={signIn.codeTitle} errors={errors}>
      <Heading title={signIn.codeTitle} lead={signIn.codeLead} />
      {code && (
        <Notice title={signIn.demonstrationCode}>
          <bdi class="reference large" dir="ltr">
            {code}
          </bdi>
        </Notice>
      )}
      <Form action={`${link('/staff/sign-in/code')}${query(to)}`}>
        <TextField
          name="code"
          label={signIn.code}
          dir="ltr"
          size="small"
          inputMode="numeric"
          autocomplete="one-time-code"
          value={code}
        />
        <Button>{common.acts.signIn}</Button>
      </Form>
      <p>
        <a href={link('/staff/sign-in')}>{signIn.again}</a>
      </p>
    </Door>
  )
}

/** One tap on a name; the password and the code stay visible for whoever wants to sign in as staff do. */
function DemonstrationAccounts({ accounts, password, to }: Demonstration & { to?: string }) {
  const { desk, cases } = useWords()
  const link = useLink()
  const { locale } = useReader()
  const { signIn } = desk
  if (accounts.length === 0) return null
  return (
    <section class="section" id="demonstration">
      <h2>{signIn.demonstrationTitle}</h2>
      <p class="hint">{signIn.demonstrationLead}</p>
      <ul class="accounts">
        {accounts.map(({ email, name, role, place }) => (
          <li key={email}>
            <Form action={`${link('/staff/sign-in/demonstration')}${query(to)}`} hidden={{ email }}>
              <button class="account" type="submit">
                <strong>{cases.roles[role as keyof typeof cases.roles] ?? role}</strong>
                <span>
                  {name}
                  {place && <> · {place[locale]}</>}
                </span>
                <bdi dir="ltr">{email}</bdi>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      <p class="hint">
        {signIn.demonstrationPassword}{' '}
        <bdi dir="ltr">
          <code>{password}</code>
        </bdi>
      </p>
    </section>
  )
}

/** The frame of pages before anybody is known. */
function Door({
  title,
  errors,
  children,
}: {
  title: string
  errors: SignInErrors
  children: ComponentChildren
}) {
  const { desk, forms } = useWords()
  const said: Readonly<Record<string, unknown>> = { ...forms.refusals, ...desk.signIn.refusals }
  const texts = errors.map((reason) => ({
    text: String(said[reason] ?? desk.signIn.refusals['sign-in-refused']),
  }))
  return (
    <Document title={title} sheet="staff.css" wrong={errors.length > 0} secret>
      <DemonstrationBanner />
      <header class="top">
        <Wordmark />
        <span class="top-space" />
        <OtherLanguage />
      </header>
      <main id="main" tabIndex={-1} class="door">
        <ErrorSummary errors={texts} />
        {children}
      </main>
    </Document>
  )
}

function DemonstrationBanner() {
  const { ui } = useWords()
  return usePage().demonstration ? <aside class="demonstration">{ui.demonstration}</aside> : null
}

const query = (to?: string) => (to ? `?to=${encodeURIComponent(to)}` : '')
