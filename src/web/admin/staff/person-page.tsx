import {
  Button,
  Columns,
  Form,
  type IconName,
  LinkButton,
  Notice,
  Section,
  StepForm,
  useLink,
  useWords,
} from '#ui'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import type { KeptPerson } from './person.tsx'
import { PersonFields } from './person-fields.tsx'
import { Rights } from './rights.tsx'
import { StateTag } from './state.tsx'

interface PersonPageProps {
  c: Admin
  kept: KeptPerson
  form: Filled
}

export const PersonPage = (props: PersonPageProps) => <Whole {...props} />

function Whole({ c, kept, form }: PersonPageProps) {
  const { admin, common } = useWords()
  const { staff } = admin
  const link = useLink()
  const { person } = kept
  const self = person.id === c.var.officer.id
  const now = c.var.tools.clock.now()
  const grant = !self && person.active && (
    <LinkButton href={link(`/admin/staff/${person.id}/grant`)} icon="plus">
      {staff.grant}
    </LinkButton>
  )
  return (
    <AdminPage
      c={c}
      place="staff"
      title={person.name}
      lead={
        <>
          <StateTag person={person} now={now} /> <bdi dir="ltr">{person.email}</bdi>
        </>
      }
      acts={grant}
      back="/admin/staff"
      form={form}
    >
      {self && (
        <Notice>
          <p>{staff.yourself}</p>
        </Notice>
      )}
      {!person.email && (
        <Notice>
          <p>{staff.program}</p>
        </Notice>
      )}
      <Columns aside={<Account person={person} self={self} />}>
        <Rights kept={kept} now={now} self={self} />
        {person.email && (
          <Section title={staff.details}>
            <Form action={link(`/admin/staff/${person.id}`)}>
              <PersonFields form={form} />
              <Button kind="quiet">{common.acts.save}</Button>
            </Form>
          </Section>
        )}
      </Columns>
    </AdminPage>
  )
}

function Account({ person, self }: { person: KeptPerson['person']; self: boolean }) {
  const { staff } = useWords().admin
  return (
    <Section title={staff.account}>
      {person.email && (
        <>
          <Act
            id={person.id}
            act="password"
            icon="lock"
            said={staff.resetPassword}
            hint={staff.resetPasswordHint}
          />
          <Act
            id={person.id}
            act="second-factor"
            icon="shield"
            said={staff.resetFactor}
            hint={staff.resetFactorHint}
          />
          <Act
            id={person.id}
            act="sessions"
            icon="arrow"
            said={staff.endSessions}
            hint={staff.endSessionsHint}
          />
        </>
      )}
      {!self && person.active && (
        <Act id={person.id} act="disable" icon="close" said={staff.disable} hint={staff.disableHint} danger />
      )}
      {!person.active && (
        <Act id={person.id} act="enable" icon="check" said={staff.enable} hint={staff.enableHint} />
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
}

/** An act behind its explanation: opened first, done second. */
function Act({ id, act, icon, said, hint, danger }: ActProps) {
  const link = useLink()
  return (
    <StepForm
      title={said}
      icon={icon}
      submit={said}
      danger={danger}
      action={link(`/admin/staff/${id}/${act}`)}
    >
      <p class="hint">{hint}</p>
    </StepForm>
  )
}
