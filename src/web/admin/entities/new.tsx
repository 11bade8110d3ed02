import { yes } from '#kernel'
import { listCalendars } from '#promises'
import { Button, Form, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { IdField } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { EntityFields } from './fields.tsx'
import { ENTITY_FIELDS, newIdOf, save } from './forms.ts'

const find = async (c: Admin) => ({
  directory: await c.var.tools.directory(),
  calendars: await listCalendars(c.var.tools.db),
})

type Kept = Awaited<ReturnType<typeof find>>

/** An entity that is new to Sawt. */
export const newEntity = formPage<Kept>({
  find,
  values: ({ calendars }) => ({ active: 'yes', calendar: calendars[0]?.id }),
  fields: ENTITY_FIELDS,
  async act(form, { directory }, c) {
    const id = newIdOf(form, directory.entity)
    if (!id.ok) return id
    const saved = await save(c, id.value, form)
    return saved.ok ? yes(`/admin/entities/${saved.value.id}?done=added`) : saved
  },
  draw: (kept, form, c) => <NewEntity c={c} form={form} {...kept} />,
})

function NewEntity({ c, form, ...known }: Kept & { c: Admin; form: Filled }) {
  const { entities } = useWords().admin
  return (
    <AdminPage
      c={c}
      place="entities"
      title={entities.addTitle}
      lead={entities.addLead}
      back="/admin/entities"
      form={form}
    >
      <div class="measure">
        <Form>
          <EntityFields form={form} {...known} />
          <IdField form={form} />
          <Button>{entities.add}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
