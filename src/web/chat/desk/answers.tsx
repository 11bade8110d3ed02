import type { Context } from 'hono'
import { type CannedAnswer, cannedAnswers, mayChat, saveCanned } from '#knowledge'
import type { Officer } from '#people'
import { Button, ErrorSummary, Form, Heading, TextArea, TextField, useLink, useWords } from '#ui'
import { words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { type Attempt, errorList, fieldsOf } from '../../desk/case/attempt.ts'
import { attemptOf } from '../../desk/case/given-back.ts'
import { KeptTexts, Offered } from '../../desk/kept-texts.tsx'
import { DeskPage } from '../../desk/shell.tsx'
import { readForm, sayRefusal } from '../../forms/index.ts'
import { html } from '../../html.ts'

/** Texts that agents answer with often. */
export async function showAnswers(c: Context<StaffEnv>) {
  const { tools, officer } = c.var
  if (!mayChat(officer)) return c.notFound()
  const all = await cannedAnswers(tools, { all: true })
  return html(c, <AnswersPage officer={officer} all={all} done={c.req.query('done') !== undefined} />)
}

/** One of them, or a new one. */
export async function showAnswer(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  const id = c.req.param('id') ?? ''
  const found = (await cannedAnswers(tools, { all: true })).find((each) => each.id === id)
  if (!mayChat(officer) || (id !== 'new' && !found)) return c.notFound()
  return html(c, <AnswerPage officer={officer} found={found} attempt={attempt} />, attempt ? 422 : 200)
}

export async function postAnswer(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  if (!mayChat(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showAnswer(c, { step: 'answer', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const id = c.req.param('id') ?? ''
  const { text } = read.value
  const given = { name: text('name'), ar: text('ar'), en: text('en'), active: text('active') === 'true' }
  const saved = await saveCanned(tools, officer, id === 'new' ? undefined : id, given)
  if (saved.ok) return c.redirect(`/${page.reader.locale}/centre/chat/answers?done`, 303)
  if (saved.reason === 'not-found') return c.notFound()
  return showAnswer(c, attemptOf('answer', read.value.fields, saved))
}

function AnswersPage({
  officer,
  all,
  done,
}: {
  officer: Officer
  all: readonly CannedAnswer[]
  done: boolean
}) {
  const { desk: said } = useWords().chat
  return (
    <KeptTexts
      officer={officer}
      place="chat"
      at="/centre/chat/answers"
      back="/centre/chat"
      icon="message"
      said={{
        ...{ title: said.canned, lead: said.cannedLead, add: said.cannedAdd, saved: said.cannedSaved },
        ...{ none: said.cannedNone, name: said.cannedName, state: said.state },
        ...{ active: said.active, off: said.off },
      }}
      rows={all}
      done={done}
    />
  )
}

function AnswerPage({
  officer,
  found,
  attempt,
}: {
  officer: Officer
  found?: CannedAnswer
  attempt?: Attempt
}) {
  const words = useWords()
  const { desk: said } = words.chat
  const link = useLink()
  const field = fieldsOf('answer', words, attempt)
  const errors = errorList(words, attempt)
  const title = found?.name ?? said.cannedAdd
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="chat"
      back={link('/centre/chat/answers')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading title={<bdi>{title}</bdi>} />
      <Form action={link(`/centre/chat/answers/${found?.id ?? 'new'}`)}>
        <TextField {...field('name', found?.name)} label={said.cannedName} />
        <TextArea {...field('ar', found?.ar)} label={said.cannedArabic} rows={4} />
        <TextArea {...field('en', found?.en)} label={said.cannedEnglish} rows={4} />
        <Offered label={said.cannedActive} typed={attempt && field('active').value} text={found} />
        <Button>{words.common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
