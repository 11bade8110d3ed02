import { newId } from '#kernel'
import { Button, FileField, Form, Notice, Quote, Section, TextArea } from '#ui'
import { formatDay } from '#words'
import { MOST_FILES, type Shown } from './own.ts'

/** What the entity asked, with the answer to write right there. */
export function Question({ view, reader, t, base }: Shown) {
  if (!view.question) return null
  const { page, add } = t.follow
  const until = view.state.clockDue
  return (
    <Section title={page.question}>
      <Notice kind="warning">
        <Quote text={view.question} />
        {until && <p>{page.questionUntil(formatDay(reader, until))}</p>}
        <Form action={`${base}/add`} multipart hidden={{ key: newId() }}>
          <TextArea name="text" label={page.yourAnswer} rows={4} />
          <FileField name="files" label={add.files} most={MOST_FILES} optional />
          <Button>{page.sendAnswer}</Button>
        </Form>
      </Notice>
    </Section>
  )
}
