import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { nextQuestion, progress } from '#cases'
import { Button, Form, Progress, Select } from '#ui'
import { words } from '#words'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { keepAnswers, type Visit, visit } from '../answers.ts'
import { go } from '../go.ts'
import { Shell } from '../shell.tsx'
import { formTrouble, type Trouble } from '../trouble.ts'
import { towns } from './areas.ts'

/** Where an area has many towns they are asked for on a page of their own; the area alone is an answer, too. */
export const askTown: Handler = async (c) => {
  const here = await visit(c)
  return areaOf(here) ? show(here) : go(c, '/new/place')
}

export const takeTown: Handler = async (c) => {
  const form = await readForm(c)
  const here = await visit(c)
  const area = areaOf(here)
  if (!area) return go(c, '/new/place')
  if (!form.ok)
    return show(here, [formTrouble(c.var.page.reader.locale, form.reason)], FORM_STATUS[form.reason])
  const chosen = form.value.text('town') || area.id
  const lies = here.directory.placePath(chosen).some(({ id }) => id === area.id)
  const { locale } = c.var.page.reader
  if (!lies) return show(here, [{ field: 'town', text: words(locale).resident.errors.place.area }], 422)
  await keepAnswers(here, { place: { ...here.answers.place, id: chosen } })
  return go(c, `/new/${nextQuestion(here.answers)}`)
}

const areaOf = ({ directory, answers }: Visit) => directory.placePath(answers.place?.id)[0]

function show(here: Visit, errors: readonly Trouble[] = [], status: ContentfulStatusCode = 200) {
  const { c, answers, directory } = here
  const { locale } = c.var.page.reader
  const { place } = words(locale).resident.journey
  const area = areaOf(here)
  const { number, of } = progress('place', answers)
  return html(
    c,
    <Shell title={place.town} back={`/${locale}/new/place`} errors={errors} secret>
      <Progress now={number} of={of} />
      <Form>
        <Select
          name="town"
          heading
          label={place.town}
          hint={place.townHint(area?.name[locale] ?? '')}
          options={towns({ directory, locale }, area?.id ?? '')}
          value={answers.place?.id === area?.id ? '' : answers.place?.id}
          empty={place.wholeArea}
          error={errors[0]?.text}
        />
        <Button>{words(locale).common.acts.continue}</Button>
      </Form>
    </Shell>,
    status,
  )
}
