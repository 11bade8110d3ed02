import { yes } from '#kernel'
import { createStaff } from '#people'
import { Button, Form, useWords } from '#ui'
import { isLocale } from '#words'
import { AdminPage } from '../admin-page.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { carry } from '../handed-out.ts'
import { PersonFields } from './person-fields.tsx'

export const PERSON_FIELDS = {
  'name-missing': 'name',
  'name-too-long': 'name',
  'email-malformed': 'email',
  'email-taken': 'email',
} as const

/** An account for somebody new; what they sign in with is shown once. */
export const newPerson = formPage<true>({
  find: () => true,
  values: () => ({ language: 'ar' }),
  fields: PERSON_FIELDS,
  async act(form, _, c) {
    const language = form.text('language')
    const made = await createStaff(c.var.tools, c.var.officer, {
      name: form.text('name'),
      email: form.text('email'),
      language: isLocale(language) ? language : 'ar',
    })
    if (!made.ok) return made
    const { id, ...secrets } = made.value
    return yes(carry(c, { ...secrets, name: form.text('name'), next: `/admin/staff/${id}` }))
  },
  draw: (_, form, c) => <NewPerson c={c} form={form} />,
})

function NewPerson({ c, form }: { c: Admin; form: Filled }) {
  const { staff } = useWords().admin
  return (
    <AdminPage
      c={c}
      place="staff"
      title={staff.addTitle}
      lead={staff.addLead}
      back="/admin/staff"
      form={form}
    >
      <div class="measure">
        <Form>
          <PersonFields form={form} />
          <Button>{staff.add}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
