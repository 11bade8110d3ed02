import type { Directory } from '#entities'
import { type Scope, STAFF_ROLES } from '#people'
import { Button, Form, useReader, useWords } from '#ui'
import { OneOf, Pick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { entityOptions, sectorOptions, unitOptions } from '../options.ts'
import { scopesOf } from './scope.ts'

/** First the role: what it can be granted on follows from it, so the next page asks only that. */
export function ChooseRole({ form, action }: { form: Filled; action?: string }) {
  const { admin, cases, common } = useWords()
  const choices = STAFF_ROLES.map((role) => ({
    value: role,
    label: cases.roles[role],
    hint: admin.staff.means[role],
  }))
  return (
    <Form method="get" action={action}>
      <OneOf form={form} name="role" label={admin.staff.chooseRole} choices={choices} />
      <Button>{common.acts.continue}</Button>
    </Form>
  )
}

interface ScopeFieldsProps {
  form: Filled
  role: string
  directory: Directory
}

/** The places that this role can be granted on; for a national role there is nothing to choose. */
export function ScopeFields({ form, role, directory }: ScopeFieldsProps) {
  const { staff, fields } = useWords().admin
  const { locale } = useReader()
  const scopes = scopesOf(role)
  const hint = scopes.length > 1 ? staff.scopeHint : undefined
  const optional = scopes.length > 1
  const pick = { form, hint, optional }
  const can = (scope: Scope) => scopes.includes(scope)
  if (scopes.length === 1 && can('nation'))
    return (
      <p>
        {staff.scope}: <strong>{staff.nation}</strong>
      </p>
    )
  return (
    <>
      {can('sector') && (
        <Pick
          {...pick}
          name="sector"
          label={fields.sector}
          empty={can('nation') ? staff.nation : undefined}
          options={sectorOptions(directory, locale)}
        />
      )}
      {can('entity') && (
        <Pick {...pick} name="entity" label={fields.entity} options={entityOptions(directory, locale)} />
      )}
      {can('unit') && (
        <Pick {...pick} name="unit" label={fields.unit} options={unitOptions(directory, locale)} />
      )}
    </>
  )
}
