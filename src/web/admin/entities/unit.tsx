import { type Entity, saveUnit, type Unit } from '#entities'
import { yes } from '#kernel'
import { Button, Form, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { IdField, NameFields, Tick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage, missingName } from '../form-page.ts'
import { param } from '../read.ts'
import { newIdOf } from './forms.ts'

interface Kept {
  entity: Entity
  /** Absent while it is new. */
  unit?: Unit
  taken: (id: string) => unknown
}

async function find(c: Admin): Promise<Kept | undefined> {
  const directory = await c.var.tools.directory()
  const entity = directory.entity(param(c, 'id'))
  if (!entity) return undefined
  const wanted = param(c, 'unit')
  if (!wanted) return { entity, taken: directory.unit }
  const unit = directory.unit(wanted)
  return unit?.entityId === entity.id ? { entity, unit, taken: directory.unit } : undefined
}

/** A unit of an entity, new or known. */
export const unit = formPage<Kept>({
  find,
  values: ({ unit }) => ({
    nameAr: unit?.name.ar,
    nameEn: unit?.name.en,
    active: !unit || unit.active ? 'yes' : '',
  }),
  fields: {
    'name-missing': missingName,
    'name-too-long': missingName,
    'id-malformed': 'id',
    'id-taken': 'id',
    'unit-of-another-entity': 'id',
  },
  async act(form, { entity, unit, taken }, c) {
    const id = unit ? yes(unit.id) : newIdOf(form, taken, entity.id)
    if (!id.ok) return id
    const saved = await saveUnit(c.var.tools, c.var.officer, {
      id: id.value,
      entityId: entity.id,
      nameAr: form.text('nameAr'),
      nameEn: form.text('nameEn'),
      active: form.text('active') === 'yes',
    })
    return saved.ok ? yes(`/admin/entities/${entity.id}?done=${unit ? 'saved' : 'added'}`) : saved
  },
  draw: (kept, form, c) => <UnitPage c={c} form={form} {...kept} />,
})

function UnitPage({ c, form, entity, unit }: Kept & { c: Admin; form: Filled }) {
  const { admin, common } = useWords()
  const { entities } = admin
  const { locale } = useReader()
  return (
    <AdminPage
      c={c}
      place="entities"
      above={entity.name[locale]}
      title={unit?.name[locale] ?? entities.unitTitle}
      lead={entities.unitLead}
      back={`/admin/entities/${entity.id}`}
      form={form}
    >
      <div class="measure">
        <Form>
          <NameFields form={form} />
          {!unit && <IdField form={form} />}
          <Tick form={form} name="active" label={entities.unitActive} />
          <Button>{unit ? common.acts.save : entities.addUnit}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
