import { Button, Columns, Form, LinkButton, Notice, Section, useLink, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import { Account } from './account.tsx'
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
      <Columns aside={<Account c={c} person={person} form={form} />}>
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
