import { Notice } from '#ui'
import { formatList } from '#words'
import { answersAtOnce } from './answers-at-once.tsx'
import type { Ask, Asking } from './ask.ts'
import { NOT_SURE, Pick, picked } from './pick.tsx'
import { isOrdinary, type Suggested, suggestedSubjects } from './subjects.ts'

/** What it is about: the likeliest from their own words, each with the words that speak for it. */
export const category: Ask = {
  title: ({ t }) => t.journey.category.title,
  fields: ({ answers }) => ({ category: answers.category === null ? NOT_SURE : (answers.category ?? '') }),
  draw: async (asking) => {
    const { category: said } = asking.t.journey
    const { subjects, ofWrongdoing } = await suggestedSubjects(asking)
    const { careful, title } = asking.t.violation
    return (
      <>
        {await answersAtOnce(asking)}
        {ofWrongdoing && (
          <Notice kind="sealed" title={careful.title}>
            <p>
              {careful.text} <a href={`/${asking.locale}/new/violation`}>{title}</a>
            </p>
          </Notice>
        )}
        <Pick
          name="category"
          label={said.title}
          hint={subjects.length > 0 ? said.hint : said.noHint}
          asking={asking}
          proposed={subjects.map((each) => choice(each, asking))}
          options={bySector(asking)}
        />
      </>
    )
  },
  read: (form, { t, directory }) => {
    const chosen = picked(form.text('category'), form.text('category-list'))
    if (chosen === 'list') return { troubles: [{ field: 'category-list', text: t.errors.category.list }] }
    if (chosen === undefined || (chosen && !isOrdinary(directory.category(chosen))))
      return { troubles: [{ field: 'category', text: t.errors.category.required }] }
    return { keep: { category: chosen } }
  },
}

/** Each with the words that speak for it. */
function choice({ subject, because, confidence }: Suggested, { c, locale, t }: Asking) {
  if (confidence < WEAK) return { value: subject.id, label: subject.name[locale] }
  const said = t.journey.category.because(formatList(c.var.page.reader, because.map(quoted[locale])))
  const hint = confidence >= SURE ? `${said} · ${t.journey.category.likely}` : said
  return { value: subject.id, label: subject.name[locale], hint }
}

/** Below it the words that speak for it do so by their letters alone: «مبارح» sounds like digging, and is none. */
const WEAK = 0.02

/** From here on it is said to be likely: of 67 everyday sentences that reached it, 66 were right. */
const SURE = 0.4

const quoted = { ar: (word: string) => `«${word}»`, en: (word: string) => `“${word}”` }

function bySector({ directory, locale }: Asking) {
  const all = directory.categories(locale).filter(isOrdinary)
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
