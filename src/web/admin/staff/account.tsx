import type { ComponentChildren } from 'preact'
import { type IconName, Section, StepForm, useLink, useWords } from '#ui'
import { codeToTry } from '../code-to-try.ts'
import { CodeField } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import type { KeptPerson } from './person.tsx'

interface AccountProps {
  c: Admin
  person: KeptPerson['person']
  form: Filled
}

/** What can be done with an account; with one's own, nothing: another administrator does it. */
export function Account({ c, person, form }: AccountProps) {
  const { staff } = useWords().admin
  const { id } = person
  if (id === c.var.officer.id) return null
  const code = (name: string) => <CodeField form={form} name={name} demonstration={codeToTry(c)} />
  return (
    <Section title={staff.account}>
      {person.email && (
        <>
          <Act
            id={id}
            act="password"
            icon="lock"
            said={staff.resetPassword}
            hint={staff.resetPasswordHint}
            open={form.wrong('code-password') !== undefined}
          >
            {code('code-password')}
          </Act>
          <Act
            id={id}
            act="second-factor"
            icon="shield"
            said={staff.resetFactor}
            hint={staff.resetFactorHint}
            open={form.wrong('code-second-factor') !== undefined}
          >
            {code('code-second-factor')}
          </Act>
          <Act id={id} act="sessions" icon="arrow" said={staff.endSessions} hint={staff.endSessionsHint} />
        </>
      )}
      {person.active ? (
        <Act id={id} act="disable" icon="close" said={staff.disable} hint={staff.disableHint} danger />
      ) : (
        <Act id={id} act="enable" icon="check" said={staff.enable} hint={staff.enableHint} />
      )}
    </Section>
  )
}

interface ActProps {
  id: string
  act: 'password' | 'second-factor' | 'sessions' | 'disable' | 'enable'
  icon: IconName
  said: string
  hint: string
  danger?: boolean
  open?: boolean
  children?: ComponentChildren
}

/** An act behind its explanation: opened first, done second. */
function Act({ id, act, said, hint, children, ...form }: ActProps) {
  const link = useLink()
  return (
    <StepForm {...form} title={said} submit={said} action={link(`/admin/staff/${id}/${act}`)}>
      <p class="hint">{hint}</p>
      {children}
    </StepForm>
  )
}
