import type { Context } from 'hono'
import type { Directory } from '#entities'
import { openSurge, partsOfSeries, type Surge } from '#insight'
import type { Officer } from '#people'
import { announceKnown } from '#problems'
import { Button, ErrorSummary, Form, Heading, TextArea, TextField, useLink, useWords } from '#ui'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { attemptOf } from '../desk/case/given-back.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { About, errorsOf, formOf } from '../problems/fields.tsx'
import { surgeName } from './surge.tsx'

const DESCRIBES = ['titleAr', 'titleEn', 'category', 'place', 'entity']
const ANNOUNCES = ['textAr', 'textEn', 'category', 'place', 'entity', 'until']

/** The form for a known problem; an alert that it is about fills in what it knows. */
export async function showAnnounce(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const [directory, surge] = await Promise.all([
    tools.directory(),
    openSurge(tools, officer, c.req.query('surge') ?? ''),
  ])
  const today = tools.clock.now().toZonedDateTimeISO(directory.timeZone).toPlainDate()
  const page = <AnnouncePage {...{ officer, directory, surge, today, attempt }} />
  return html(c, page, attempt ? 422 : 200)
}

/** Declares and announces, or says beside each field why not. */
export async function postAnnounce(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  const said = words(page.reader.locale)
  if (!read.ok)
    return showAnnounce(c, { step: 'announce', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const typed = read.value.fields
  const of = (names: readonly string[]) => Object.fromEntries(typed.filter(([name]) => names.includes(name)))
  const made = await announceKnown(tools, officer, {
    description: of(DESCRIBES),
    announcement: of(ANNOUNCES),
  })
  if (!made.ok) return showAnnounce(c, attemptOf('announce', typed, made))
  return c.redirect(`/${page.reader.locale}/desk/problems/${made.value.id}?done=announce`, 303)
}

interface AnnouncePageProps {
  officer: Officer
  directory: Directory
  surge?: Surge
  today: Temporal.PlainDate
  attempt?: Attempt
}

function AnnouncePage({ officer, directory, surge, today, attempt }: AnnouncePageProps) {
  const all = useWords()
  const link = useLink()
  const { operations } = all
  const { fields } = all.problems
  const errors = errorsOf(all, attempt)
  const field = formOf('announce', all, attempt)
  const { category = null, place = null } = surge ? partsOfSeries(surge) : {}
  const name = (locale: 'ar' | 'en') => (surge ? surgeName(surge, directory, locale) : '')
  const draft = (locale: 'ar' | 'en') => (surge ? words(locale).operations.announceDraft(name(locale)) : '')
  return (
    <DeskPage
      officer={officer}
      title={operations.announceTitle}
      place="operations"
      back={link('/operations/desk')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading title={operations.announceTitle} lead={operations.announceLead} />
      <Form>
        <TextField {...field('titleAr', name('ar'))} hint={fields.titleHint} />
        <TextField {...field('titleEn', name('en'))} />
        <TextArea {...field('textAr', draft('ar'))} hint={fields.textHint} rows={3} />
        <TextArea {...field('textEn', draft('en'))} rows={3} />
        <About
          field={field}
          directory={directory}
          about={{ category, place, entity: surge?.holder ?? null }}
        />
        <TextField
          {...field('until', today.add({ days: 7 }).toString())}
          type="date"
          dir="ltr"
          size="medium"
        />
        <Button>{operations.announceNow}</Button>
      </Form>
    </DeskPage>
  )
}
