import { formatList } from '#words'
import type { Ask, Asking } from './ask.ts'
import { NOT_SURE, Pick, picked } from './pick.tsx'

/** What it is about: the likeliest from their own words, each with the words that speak for it. */
export const category: Ask = {
  title: ({ t }) => t.journey.category.title,
  fields: ({ answers }) => ({ category: answers.category === null ? NOT_SURE : (answers.category ?? '') }),
  draw: async (asking) => {
    const { category: said } = asking.t.journey
    const proposed = await proposals(asking)
    return (
      <Pick
        name="category"
        label={said.title}
        hint={proposed.length > 0 ? said.hint : said.noHint}
        asking={asking}
        proposed={proposed}
        options={bySector(asking)}
      />
    )
  },
  read: (form, { t, directory }) => {
    const chosen = picked(form.text('category'), form.text('category-list'))
    if (chosen === 'list') return { troubles: [{ field: 'category-list', text: t.errors.category.list }] }
    if (chosen === undefined || (chosen && !directory.category(chosen)?.active))
      return { troubles: [{ field: 'category', text: t.errors.category.required }] }
    return { keep: { category: chosen } }
  },
}

const MOST = 4

async function proposals({ c, answers, directory, locale, t }: Asking) {
  const suggested = await c.var.tools.suggest(answers.text ?? '')
  return suggested
    .flatMap(({ label, because }) => {
      const found = directory.category(label)
      if (!found?.active || because.length === 0) return []
      const hint = t.journey.category.because(formatList(c.var.page.reader, because.map(quoted[locale])))
      return [{ value: found.id, label: found.name[locale], hint }]
    })
    .slice(0, MOST)
}

const quoted = { ar: (word: string) => `«${word}»`, en: (word: string) => `“${word}”` }

function bySector({ directory, locale }: Asking) {
  const all = directory.categories(locale)
  return directory
    .sectors(locale)
    .map(({ id, name }) => ({
      group: name[locale],
      options: all
        .filter(({ sectorId }) => sectorId === id)
        .map((each) => ({ value: each.id, label: each.name[locale] })),
    }))
    .filter(({ options }) => options.length > 0)
}
