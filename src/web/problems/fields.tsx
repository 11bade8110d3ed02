import type { Directory } from '#entities'
import type { Problem } from '#problems'
import { type Option, Select, TextField, useReader, useWords } from '#ui'
import type { Locale, Words } from '#words'
import { type Attempt, fieldsOf, idIn, sayReason } from '../desk/case/attempt.ts'

/** A refusal in the reader's language: what is a problem's own first, then what every step may be refused for. */
export const sayWhy = (words: Words, reason: string): string =>
  (words.problems.refusals as Readonly<Record<string, string>>)[reason] ?? sayReason(words, reason)

/** The fields of one form, with what was typed into each and why it was not taken. */
export function formOf(step: string, words: Words, attempt: Attempt | undefined) {
  const field = fieldsOf(step, words, attempt)
  const { fields } = words.problems
  return (name: keyof typeof fields, usual = '') => {
    const reason = attempt?.step === step ? attempt.errors[name] : undefined
    return { ...field(name, usual), label: fields[name], error: reason ? sayWhy(words, reason) : undefined }
  }
}

export type FieldOf = ReturnType<typeof formOf>

/** For the summary at the top of the page. */
export const errorsOf = (words: Words, attempt: Attempt | undefined) =>
  Object.entries(attempt?.errors ?? {}).map(([name, reason]) => {
    const label: string | undefined = (words.problems.fields as Record<string, string>)[name]
    const said = sayWhy(words, reason)
    return {
      field: name === 'form' ? undefined : idIn(attempt?.step ?? '', name),
      text: label ? words.desk.page.wrong(label, said) : said,
    }
  })

/** Places under the governorate that they lie in. */
export const placeOptions = (directory: Directory, locale: Locale) =>
  directory.places(null, locale).map((top) => ({
    group: top.name[locale],
    options: [top, ...directory.places(top.id, locale)].map(({ id, name }) => ({
      value: id,
      label: name[locale],
    })),
  }))

const named =
  (locale: Locale) =>
  ({ id, name }: { id: string; name: Record<Locale, string> }): Option => ({
    value: id,
    label: name[locale],
  })

interface DescriptionProps {
  field: FieldOf
  directory: Directory
  problem?: Problem
}

/** Name, category, place and owner of a problem. */
export function Description({ field, directory, problem }: DescriptionProps) {
  const { fields } = useWords().problems
  return (
    <>
      <TextField {...field('titleAr', problem?.title.ar)} hint={fields.titleHint} />
      <TextField {...field('titleEn', problem?.title.en)} />
      <About field={field} directory={directory} about={problem} />
    </>
  )
}

/** What something is about: category, place, owner. */
export function About({
  field,
  directory,
  about,
}: Omit<DescriptionProps, 'problem'> & { about?: Partial<Problem> }) {
  const { fields } = useWords().problems
  const { locale } = useReader()
  return (
    <>
      <Select
        {...field('category', about?.category ?? '')}
        empty={fields.anyCategory}
        options={directory.categories(locale).map(named(locale))}
      />
      <Select
        {...field('place', about?.place ?? '')}
        empty={fields.anyPlace}
        options={placeOptions(directory, locale)}
      />
      <Select
        {...field('entity', about?.entity ?? '')}
        options={directory.entities(locale).map(named(locale))}
      />
    </>
  )
}
