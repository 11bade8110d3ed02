import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { progress, type Question, questionBefore } from '#cases'
import { Actions, Button, Form, Progress } from '#ui'
import { words } from '#words'
import { html } from '../../html.ts'
import { prefilledQuery, type Visit } from '../answers.ts'
import { Shell } from '../shell.tsx'
import type { Trouble } from '../trouble.ts'
import { type Ask, type Asking, asking, type Fields } from './ask.ts'
import { category } from './category.tsx'
import { contact } from './contact.tsx'
import { entity } from './entity.tsx'
import { Attach, files } from './files.tsx'
import { NoPlace, place } from './place.tsx'
import { remedy } from './remedy.tsx'
import { text } from './text.tsx'
import { type } from './type.tsx'
import { who } from './who.tsx'

export const ASKS: Record<Question, Ask> = {
  text,
  type,
  category,
  entity,
  place,
  remedy,
  files,
  who,
  contact,
}

export const askingOf = (here: Visit, fields: Fields, troubles: readonly Trouble[] = []): Asking =>
  asking(here, words(here.c.var.page.reader.locale), fields, troubles)

export interface Shown {
  fields: Fields
  troubles?: readonly Trouble[]
  status?: ContentfulStatusCode
}

/** A question as a page: how far the journey has come, the question, and the way on. */
export async function show(here: Visit, question: Question, { fields, troubles = [], status = 200 }: Shown) {
  const { c, answers } = here
  const ask = ASKS[question]
  const at = askingOf(here, fields, troubles)
  const link = (path: string) => `/${at.locale}${path}`
  const before = questionBefore(question, answers)
  const back = c.req.query('from') === 'check' ? '/new/check' : before ? `/new/${before}` : ''
  const { number, of } = progress(question, answers)
  const { journey } = at.t
  const search = new URL(c.req.url).search
  return html(
    c,
    <Shell title={ask.title(at)} back={link(back)} errors={troubles} secret>
      <Progress now={number} of={of} />
      <Form action={link(`/new/${question}${search}`)} multipart={ask.files}>
        {await ask.draw(at)}
        <Actions>
          <Button>{at.words.common.acts.continue}</Button>
          {question === 'place' && <NoPlace label={journey.place.none} />}
          {question === 'files' && <Attach label={journey.files.attach} />}
        </Actions>
      </Form>
      <p class="hint aside">
        {journey.saved}
        {here.found && (
          <>
            {' '}
            <a href={link(`/new/discard${prefilledQuery(c)}`)}>{journey.startOver}</a>
          </>
        )}
      </p>
    </Shell>,
    status,
  )
}
