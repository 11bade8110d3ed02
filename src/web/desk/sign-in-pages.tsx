import { Button, Details, Form, Heading, Notice, TextField, useLink, useWords } from '#ui'
import type { Words } from '#words'
import type { FormRefusal } from '../forms/refusal.ts'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { Door } from './door.tsx'

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

const query = (to?: string) => (to ? `?to=${encodeURIComponent(to)}` : '')
