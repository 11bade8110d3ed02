import { Form, useLink, useReader, useWords } from '#ui'
import type { Demonstration } from './sign-in-pages.tsx'

/** One tap on a name; the password and the code stay visible for whoever wants to sign in as staff do. */
export function DemonstrationAccounts({ accounts, password, to }: Demonstration & { to?: string }) {
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

const query = (to?: string) => (to ? `?to=${encodeURIComponent(to)}` : '')
