import type { Context } from 'hono'
import type { Directory } from '#entities'
import type { Officer } from '#people'
import { declareProblem } from '#problems'
import { Button, ErrorSummary, Form, Heading, useLink, useWords } from '#ui'
import { words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import type { Attempt } from '../desk/case/attempt.ts'
import { attemptOf } from '../desk/case/given-back.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { Description, errorsOf, formOf } from './fields.tsx'
import { mayDeclare } from './roles.ts'

/** A problem that people know of before any text says it. */
export async function showDeclare(c: Context<StaffEnv>, attempt?: Attempt) {
  const { tools, officer } = c.var
  if (!mayDeclare(officer)) return c.notFound()
  const directory = await tools.directory()
  return html(
    c,
    <DeclarePage officer={officer} directory={directory} attempt={attempt} />,
    attempt ? 422 : 200,
  )
}

export async function postDeclare(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const read = await readForm(c)
  if (!mayDeclare(officer)) return c.notFound()
  const said = words(page.reader.locale)
  if (!read.ok)
    return showDeclare(c, { step: 'declare', typed: read.typed, errors: { form: sayRefusal(said, read) } })
  const typed = read.value.fields.filter(([name]) => name !== 'csrf')
  const made = await declareProblem(tools, officer, Object.fromEntries(typed))
  if (!made.ok) return showDeclare(c, attemptOf('declare', typed, made))
  return c.redirect(`/${page.reader.locale}/desk/problems/${made.value.id}?done=declare`, 303)
}

interface DeclarePageProps {
  officer: Officer
  directory: Directory
  attempt?: Attempt
}

function DeclarePage({ officer, directory, attempt }: DeclarePageProps) {
  const words = useWords()
  const link = useLink()
  const { problems: said, common } = words
  const errors = errorsOf(words, attempt)
  return (
    <DeskPage
      officer={officer}
      title={said.declare}
      place="problems"
      back={link('/desk/problems?view=open')}
      wrong={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Heading title={said.declare} lead={said.declareLead} />
      <Form>
        <Description field={formOf('declare', words, attempt)} directory={directory} />
        <Button>{common.acts.save}</Button>
      </Form>
    </DeskPage>
  )
}
