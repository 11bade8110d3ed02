import { no, type Result, yes } from '#kernel'
import { grantRole, stepUp } from '#people'
import { Button, Form, useWords } from '#ui'
import type { PostedForm } from '../../forms/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { codeToTry } from '../code-to-try.ts'
import { CodeField, DateField } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { asked, dateIn } from '../read.ts'
import { findPerson, type KeptPerson } from './person.tsx'
import { SCOPE_FIELDS, scopeIn, scopesOf } from './scope.ts'
import { ChooseRole, ScopeFields } from './scope-fields.tsx'

/** Grants a role: first which, then on what, from when and until when; the code is asked for again. */
export const grant = formPage<KeptPerson>({
  find: findPerson,
  values: (_, c) => ({ role: asked(c, 'role'), entity: asked(c, 'entity') }),
  fields: { ...SCOPE_FIELDS, 'grant-already-over': 'until', 'code-wrong': 'code' },
  async act(form, { person, directory }, c) {
    const { tools, officer } = c.var
    const role = form.text('role')
    const named = scopeIn(form, directory)
    if (!named.ok) return named
    const dates = datesIn(form, directory.timeZone, tools.clock.now())
    if (!dates.ok) return dates
    if (person.id === officer.id) return no('not-to-yourself')
    // Last, because a code works once: what is wrong besides must not use it up.
    const again = await stepUp(tools, officer, form.text('code'))
    if (!again.ok) return again
    const granted = await grantRole(tools, officer, {
      staffId: person.id,
      role,
      ...named.value,
      ...dates.value,
    })
    return granted.ok ? yes(`/admin/staff/${person.id}?done=granted`) : granted
  },
  draw: ({ person, directory }, form, c) => <Grant c={c} form={form} person={person} directory={directory} />,
})

type Dates = { from?: Temporal.Instant; until?: Temporal.Instant }

/** Days as the country's clocks show them: from the beginning of the first to the end of the last. */
function datesIn(
  form: PostedForm,
  timeZone: string,
  now: Temporal.Instant,
): Result<Dates, 'date-malformed' | 'grant-already-over'> {
  const dates: Dates = {}
  for (const field of ['from', 'until'] as const) {
    if (!form.text(field).trim()) continue
    const date = dateIn(form.text(field))
    if (!date) return no('date-malformed', { field })
    const day = field === 'from' ? date : date.add({ days: 1 })
    dates[field] = day.toZonedDateTime({ timeZone }).toInstant()
  }
  const { from = now, until } = dates
  const begins = Temporal.Instant.compare(from, now) > 0 ? from : now
  return until && Temporal.Instant.compare(until, begins) <= 0 ? no('grant-already-over') : yes(dates)
}

interface GrantProps extends Pick<KeptPerson, 'person' | 'directory'> {
  c: Admin
  form: Filled
}

function Grant({ c, form, person, directory }: GrantProps) {
  const { admin, cases } = useWords()
  const { staff } = admin
  const role = form.text('role')
  const chosen = scopesOf(role).length > 0
  return (
    <AdminPage
      c={c}
      place="staff"
      title={staff.grantTitle(person.name)}
      above={chosen ? cases.roles[role as keyof typeof cases.roles] : undefined}
      lead={chosen ? staff.means[role as keyof typeof staff.means] : undefined}
      back={chosen ? `/admin/staff/${person.id}/grant` : `/admin/staff/${person.id}`}
      form={form}
    >
      <div class="measure">
        {chosen ? (
          <GrantForm c={c} form={form} role={role} directory={directory} />
        ) : (
          <ChooseRole form={form} />
        )}
      </div>
    </AdminPage>
  )
}

function GrantForm({ c, form, role, directory }: Omit<GrantProps, 'person'> & { role: string }) {
  const { staff, fields } = useWords().admin
  return (
    <Form hidden={{ role }}>
      <ScopeFields form={form} role={role} directory={directory} />
      <div class="side-by-side">
        <DateField form={form} name="from" label={fields.from} hint={staff.fromHint} optional />
        <DateField form={form} name="until" label={staff.until} hint={staff.untilHint} optional />
      </div>
      <CodeField form={form} demonstration={codeToTry(c)} />
      <Button>{staff.grant}</Button>
    </Form>
  )
}
