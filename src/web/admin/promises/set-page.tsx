import type { Directory } from '#entities'
import type { PromiseBook, PromiseInForce } from '#promises'
import { Button, Columns, Form, Section, StepForm, Time, useLink, useReader, useWords } from '#ui'
import { AdminPage } from '../admin-page.tsx'
import { OneOf, Pick, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import type { Admin } from '../form-page.ts'
import { categoryOptions, entityOptions } from '../options.ts'
import { readerOf } from '../read.ts'
import { Share } from './list.tsx'
import { answeredBy, calendarFor, holdsFor, isRequestType, REQUEST_TYPES } from './rows.ts'

export interface KeptPromises {
  directory: Directory
  book: PromiseBook
  inForce: PromiseInForce[]
}

/** What the form asks about. */
export const questionOf = (form: Pick<Filled, 'text'>) => ({
  type: form.text('type'),
  category: form.text('category') || undefined,
  entity: form.text('entity') || undefined,
})

interface SetPromiseProps {
  c: Admin
  form: Filled
  kept: KeptPromises
}

export function SetPromise({ c, form, kept }: SetPromiseProps) {
  const { admin, common } = useWords()
  const { promises, fields } = admin
  const { locale } = useReader()
  const link = useLink()
  const types = REQUEST_TYPES.map((value) => ({ value, label: common.types[value] }))
  return (
    <AdminPage
      c={c}
      place="promises"
      title={promises.change}
      lead={promises.told}
      back="/admin/promises"
      form={form}
    >
      <Columns aside={<Now c={c} form={form} kept={kept} />}>
        <Form action={link('/admin/promises/set')}>
          <OneOf form={form} name="type" label={promises.type} choices={types} inline />
          <div class="side-by-side">
            <Pick
              form={form}
              name="category"
              label={fields.category}
              empty={promises.anyCategory}
              options={categoryOptions(kept.directory, locale)}
            />
            <Pick
              form={form}
              name="entity"
              label={fields.entity}
              empty={promises.anyEntity}
              options={entityOptions(kept.directory, locale)}
            />
          </div>
          <Text
            form={form}
            name="days"
            label={promises.days}
            hint={promises.daysHint}
            inputMode="numeric"
            dir="ltr"
            size="small"
          />
          <Text
            form={form}
            name="share"
            label={promises.share}
            hint={promises.shareHint}
            inputMode="numeric"
            dir="ltr"
            size="small"
          />
          <Button>{common.acts.save}</Button>
        </Form>
      </Columns>
    </AdminPage>
  )
}

/** What holds now for exactly what the form asks about, with the date it would give somebody. */
function Now({ c, form, kept }: SetPromiseProps) {
  const words = useWords()
  const { promises } = words.admin
  const reader = readerOf(c)
  const { type, ...about } = questionOf(form)
  if (!isRequestType(type)) return null
  const rule = kept.book.promise({ type, ...about })
  const calendar = calendarFor(about, kept)
  const due = answeredBy(rule, calendar, c.var.tools.clock.now())
  const own = kept.inForce.find(({ id }) => id === rule.id)
  return (
    <Section title={promises.now}>
      <p>
        {words.common.types[type]} · {holdsFor(rule, kept.directory, reader.locale, words)}
        <br />
        <strong>{words.common.workingDays(rule.workingDays)}</strong> · <Share of={rule.secondReviewShare} />
      </p>
      {due && (
        <p>
          {promises.exampleNow} {promises.answeredBy}{' '}
          <strong>
            <Time at={due} as="fullDay" />
          </strong>
        </p>
      )}
      {own && (own.category || own.entity) && <EndException id={own.id} />}
    </Section>
  )
}

function EndException({ id }: { id: string }) {
  const { promises } = useWords().admin
  const link = useLink()
  return (
    <StepForm
      title={promises.end}
      icon="close"
      submit={promises.end}
      danger
      action={link('/admin/promises/end')}
      hidden={{ id }}
    >
      <p class="hint">{promises.endHint}</p>
    </StepForm>
  )
}
