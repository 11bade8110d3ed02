import { type Directory, makePoster, UNSORTED } from '#entities'
import { yes } from '#kernel'
import { Button, Form, useLink, useReader, useWords } from '#ui'
import { isOrdinary } from '../../resident/journey/subjects.ts'
import { AdminPage } from '../admin-page.tsx'
import { Pick, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { categoryOptions, entityOptions, placeOptions } from '../options.ts'

/** A poster of its own for a counter or a campaign. */
export const newPoster = formPage<Directory>({
  find: (c) => c.var.tools.directory(),
  fields: { 'name-missing': 'label', 'name-too-long': 'label' },
  async act(form, directory, c) {
    const made = await makePoster(c.var.tools, c.var.officer, {
      label: form.text('label'),
      entityId: directory.entity(form.text('entity'))?.id ?? null,
      categoryId: subjectOf(directory, form.text('category')),
      placeId: directory.place(form.text('place'))?.id ?? null,
    })
    return made.ok ? yes('/admin/posters?done=added') : made
  },
  draw: (directory, form, c) => <NewPoster c={c} form={form} directory={directory} />,
})

/** What a poster may fill in: neither what nobody sorted, nor wrongdoing, which has a room of its own. */
function subjectOf(directory: Directory, id: string): string | null {
  const found = directory.category(id)
  return isOrdinary(found) && found.id !== UNSORTED ? found.id : null
}

function NewPoster({ c, form, directory }: { c: Admin; form: Filled; directory: Directory }) {
  const { posters: t, fields } = useWords().admin
  const { common } = useWords()
  const { locale } = useReader()
  const link = useLink()
  const subjects = categoryOptions(directory, locale).filter(({ value }) => subjectOf(directory, value))
  return (
    <AdminPage c={c} place="posters" title={t.addTitle} back="/admin/posters" form={form}>
      <div class="measure">
        <Form action={link('/admin/posters/new')}>
          <Text form={form} name="label" label={t.label} hint={t.labelHint} />
          <Pick
            form={form}
            name="entity"
            label={fields.entity}
            options={[{ value: '', label: t.anyEntity }, ...entityOptions(directory, locale)]}
          />
          <Pick
            form={form}
            name="category"
            label={fields.category}
            options={[{ value: '', label: t.anyCategory }, ...subjects]}
          />
          <Pick
            form={form}
            name="place"
            label={t.placeField}
            options={[{ value: '', label: t.anyPlace }, ...placeOptions(directory, locale)]}
          />
          <Button>{common.acts.save}</Button>
        </Form>
      </div>
    </AdminPage>
  )
}
