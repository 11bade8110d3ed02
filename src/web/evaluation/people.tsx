import type { Context } from 'hono'
import { evaluation, takePeopleAlong } from '#insight'
import { type Officer, stepUp, TOTP_PERIOD } from '#people'
import { Button, ErrorSummary, Form, Heading, Radios, TextField, useLink, useReader, useWords } from '#ui'
import { formatMonth, words } from '#words'
import type { StaffEnv } from '../base/env.ts'
import { currentCode } from '../desk/demonstration.ts'
import { DeskPage } from '../desk/shell.tsx'
import { readForm } from '../forms/index.ts'
import { sayRefusal } from '../forms/say-refusal.ts'
import { html } from '../html.ts'
import { FORMATS, isFormat, sendCards } from './export.ts'
import { asked } from './say.ts'

/** Asks for the code before what is about people leaves the service. */
export async function showPeople(c: Context<StaffEnv>, why?: string) {
  const { tools, officer } = c.var
  const found = await evaluation(tools, officer, c.req.query())
  if (!found.ok || !found.value.version || found.value.people.length === 0) return c.notFound()
  // The present code may have been used for signing in.
  const code = tools.demonstration ? currentCode(tools.wall.now().add({ seconds: TOTP_PERIOD })) : undefined
  return html(
    c,
    <PeoplePage officer={officer} of={found.value.version} code={code} why={why} />,
    why ? 422 : 200,
  )
}

/** The people's cards as a file, once the code was right; who took them is kept. */
export async function postPeople(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const said = words(page.reader.locale)
  const read = await readForm(c)
  if (!read.ok) return showPeople(c, sayRefusal(said, read))
  const seen = await evaluation(tools, officer, c.req.query())
  if (!seen.ok || seen.value.people.length === 0) return c.notFound()
  const format = read.value.text('format')
  if (!isFormat(format)) return showPeople(c, said.evaluation.refusals['choose-one'])
  // Last, because a code works once.
  const again = await stepUp(tools, officer, read.value.text('code'))
  if (!again.ok) return showPeople(c, said.evaluation.refusals['code-wrong'])
  const taken = await takePeopleAlong(tools, officer, c.req.query())
  return taken.ok ? sendCards(c, taken.value, 'people', format) : c.notFound()
}

interface PeoplePageProps {
  officer: Officer
  of: { month: Temporal.PlainDate; version: number }
  code?: string
  why?: string
}

function PeoplePage({ officer, of, code, why }: PeoplePageProps) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const link = useLink()
  return (
    <DeskPage
      officer={officer}
      title={said.takePeople}
      place="evaluation"
      back={link(`/evaluation${asked(of)}`)}
      wrong={why !== undefined}
    >
      <ErrorSummary errors={why ? [{ field: 'code', text: why }] : []} />
      <Heading above={formatMonth(reader, of.month)} title={said.takePeople} lead={said.takePeopleLead} />
      <div class="measure">
        <Form action={link(`/evaluation/people${asked(of)}`)}>
          <Radios
            name="format"
            label={said.format}
            inline
            value="xlsx"
            choices={(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((value) => ({
              value,
              label: said[value],
            }))}
          />
          <TextField
            name="code"
            label={said.code}
            hint={code ? `${said.codeHint} ${said.codeTry(code)}` : said.codeHint}
            error={why}
            inputMode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
            size="small"
          />
          <Button>{said.take}</Button>
        </Form>
      </div>
    </DeskPage>
  )
}
