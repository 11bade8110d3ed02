import { type Category, type Directory, saveCategory } from '#entities'
import { yes } from '#kernel'
import type { Suggestion } from '#language'
import type { PostedForm } from '../../forms/index.ts'
import { newIdOf } from '../entities/forms.ts'
import { type Admin, formPage, missingName } from '../form-page.ts'
import { asked, param } from '../read.ts'
import { CategoryPage } from './category-page.tsx'

export interface KeptCategory {
  directory: Directory
  /** Absent while it is new. */
  category?: Category
  /** A sentence to be tried, and what is suggested for it now. */
  tried: string
  suggested: Suggestion[]
}

async function find(c: Admin): Promise<KeptCategory | undefined> {
  const { tools } = c.var
  const directory = await tools.directory()
  const tried = asked(c, 'try')
  const suggested = tried ? (await tools.suggest(tried)).filter(({ confidence }) => confidence >= 0.01) : []
  const wanted = param(c, 'id')
  if (!wanted) return { directory, tried, suggested }
  const category = directory.category(wanted)
  return category && { directory, category, tried, suggested }
}

/** A category, new or known. What its phrases teach is known to the suggestions at once. */
export const category = formPage<KeptCategory>({
  find,
  values: ({ category }) => ({
    nameAr: category?.name.ar,
    nameEn: category?.name.en,
    sector: category?.sectorId,
    urgency: category?.urgency ?? 'normal',
    owner: category?.entityId,
    phrasesAr: category?.phrases.ar?.join('\n'),
    phrasesEn: category?.phrases.en?.join('\n'),
    active: !category || category.active ? 'yes' : '',
  }),
  fields: {
    'name-missing': missingName,
    'name-too-long': missingName,
    'id-malformed': 'id',
    'id-taken': 'id',
    'sector-unknown': 'sector',
    'entity-unknown': 'owner',
    'urgency-unknown': 'urgency',
    'phrases-too-many': (form) => (lines(form, 'phrasesAr').length > 500 ? 'phrasesAr' : 'phrasesEn'),
  },
  async act(form, { category, directory }, c) {
    const id = category ? yes(category.id) : newIdOf(form, directory.category)
    if (!id.ok) return id
    const saved = await saveCategory(c.var.tools, c.var.officer, {
      id: id.value,
      nameAr: form.text('nameAr'),
      nameEn: form.text('nameEn'),
      sectorId: form.text('sector') || null,
      urgency: form.text('urgency'),
      entityId: form.text('owner') || null,
      phrases: { ar: lines(form, 'phrasesAr'), en: lines(form, 'phrasesEn') },
      active: form.text('active') === 'yes',
    })
    return saved.ok ? yes(`/admin/categories/${saved.value.id}?done=${category ? 'saved' : 'added'}`) : saved
  },
  draw: (kept, form, c) => <CategoryPage c={c} form={form} {...kept} />,
})

const lines = (form: PostedForm, name: string): string[] =>
  form
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
