import { type Question, questions } from '#cases'
import type { SummaryRow } from '#ui'
import { formatList, words } from '#words'
import type { Visit } from '../answers.ts'
import { leftToRight, placeIn } from '../place-told.ts'
import { attached } from './files.tsx'

/** The answers in words, in the order they were asked for. */
export async function summary(here: Visit): Promise<SummaryRow[]> {
  const { locale } = here.c.var.page.reader
  const { rows } = words(locale).resident.journey.check
  const names = (await attached(here)).map(({ name }) => name)
  return questions(here.answers).map((question) => ({
    key: rows[question],
    value: <span dir={OWN_WORDS.includes(question) ? 'auto' : undefined}>{told(question, here, names)}</span>,
    change: `/${locale}/new/${question}?from=check`,
  }))
}

/** What they wrote themselves goes in its own direction. */
const OWN_WORDS: readonly Question[] = ['text', 'remedy']

function told(question: Question, here: Visit, files: readonly string[]): string {
  const { answers, directory, c } = here
  const { reader } = c.var.page
  const { common, resident } = words(reader.locale)
  const { check, who } = resident.journey
  switch (question) {
    case 'text':
      return answers.text ?? ''
    case 'type':
      return answers.type ? common.types[answers.type] : ''
    case 'category':
      return directory.category(answers.category)?.name[reader.locale] ?? check.notSure
    case 'entity':
      return directory.entity(answers.entity)?.name[reader.locale] ?? check.notSure
    case 'place':
      return placeIn(reader.locale, directory, answers.place) || check.noPlace
    case 'remedy':
      return answers.remedy || check.noRemedy
    case 'files':
      return files.length > 0 ? formatList(reader, files) : check.noFiles
    case 'who':
      return answers.who === 'hidden'
        ? check.hidden
        : answers.who === 'signed-in'
          ? who.as(c.var.resident?.name ?? '')
          : check.known
    case 'contact': {
      const { name = '', phone, email } = answers.contact ?? {}
      const given = [name, phone && leftToRight(phone), email && leftToRight(email)].filter(Boolean)
      return given.join('\n') || check.noContact
    }
  }
}
