import { URGENCIES } from '#entities'
import { Button, Columns, Form, Section, TextField, useLink, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import { AdminPage } from '../admin-page.tsx'
import { Area, IdField, NameFields, OneOf, Pick, Tick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import { entityOptions, sectorOptions } from '../options.ts'
import type { KeptCategory } from './category.tsx'

export function CategoryPage({ c, form, ...kept }: KeptCategory & { c: Admin; form: Filled }) {
  const { admin, common } = useWords()
  const { categories } = admin
  const { locale } = useReader()
  const link = useLink()
  const { category, directory } = kept
  const here = `/admin/categories/${category?.id ?? 'new'}`
  return (
    <AdminPage
      c={c}
      place="categories"
      above={directory.sector(category?.sectorId)?.name[locale]}
      title={category?.name[locale] ?? categories.addTitle}
      back="/admin/categories"
      form={form}
    >
      <Columns aside={category && <Try here={here} {...kept} />}>
        <Form action={link(here)}>
          <CategoryFields form={form} kept={kept} />
          {!category && <IdField form={form} />}
          <Button>{category ? common.acts.save : categories.add}</Button>
        </Form>
      </Columns>
    </AdminPage>
  )
}

function CategoryFields({ form, kept: { directory } }: { form: Filled; kept: KeptCategory }) {
  const { fields, categories } = useWords().admin
  const { locale } = useReader()
  const urgencies = URGENCIES.map((value) => ({ value, label: categories.urgencies[value] }))
  return (
    <>
      <NameFields form={form} />
      <div class="side-by-side">
        <Pick
          form={form}
          name="sector"
          label={fields.sector}
          empty={fields.noSector}
          options={sectorOptions(directory, locale)}
        />
        <Pick
          form={form}
          name="owner"
          label={categories.owner}
          empty={categories.depends}
          options={entityOptions(directory, locale)}
        />
      </div>
      <OneOf form={form} name="urgency" label={categories.urgency} choices={urgencies} inline />
      <div class="side-by-side">
        <Area
          form={form}
          name="phrasesAr"
          label={categories.phrasesAr}
          hint={categories.phrasesHint}
          rows={8}
        />
        <Area
          form={form}
          name="phrasesEn"
          label={categories.phrasesEn}
          hint={categories.phrasesHint}
          rows={8}
        />
      </div>
      <Tick form={form} name="active" label={categories.active} hint={categories.activeHint} />
    </>
  )
}

/** What the suggestions make of a sentence: the proof that phrases were learnt. */
function Try({ here, category, directory, tried, suggested }: KeptCategory & { here: string }) {
  const { categories, places } = useWords().admin
  const reader = useReader()
  const link = useLink()
  return (
    <>
      <Section title={categories.try} id="try">
        <Form action={`${link(here)}#try`} method="get">
          <TextField name="try" label={categories.sentence} hint={categories.tryHint} value={tried} />
          <Button kind="quiet">{categories.tryAct}</Button>
        </Form>
        {tried && suggested.length === 0 && <p>{categories.tryNothing}</p>}
        {suggested.length > 0 && (
          <Section title={categories.trySaid}>
            <ol>
              {suggested.slice(0, 3).map(({ label, confidence }) => (
                <li key={label}>
                  {directory.category(label)?.name[reader.locale] ?? label} (
                  {formatPercent(reader, confidence)})
                </li>
              ))}
            </ol>
          </Section>
        )}
      </Section>
      <Section title={places.promises}>
        <p>
          <a href={link(`/admin/promises/set?type=complaint&category=${category?.id}`)}>
            {categories.promises}
          </a>
        </p>
      </Section>
    </>
  )
}
