import type { Context } from 'hono'
import { type Behind, casesBehind, MOST_TAKEN, takeListAlong } from '#insight'
import { type Officer, stepUp, TOTP_PERIOD } from '#people'
import { Button, ErrorSummary, Form, Heading, Radios, TextField, useLink, useReader, useWords } from '#ui'
import { formatNumber, words } from '#words'
import type { StaffEnv } from '../../base/env.ts'
import { currentCode } from '../../desk/demonstration.ts'
import { DeskPage } from '../../desk/shell.tsx'
import { readForm } from '../../forms/index.ts'
import { sayRefusal } from '../../forms/say-refusal.ts'
import { attachment } from '../../forms/send-file.ts'
import { html } from '../../html.ts'
import { listAddress } from '../address.ts'
import { FORMATS, fileOf, isFormat } from './file.ts'
import { aboutOf } from './page.tsx'

/** Asks for the code before a list of cases leaves the service. */
export async function showTake(c: Context<StaffEnv>, why?: string) {
  const { tools, officer, page } = c.var
  const found = await casesBehind(tools, officer, c.req.query(), 1)
  if (!found.ok || found.value.lines.length === 0) return c.notFound()
  const about = aboutOf(page.reader, found.value, await tools.directory())
  // The present code may have been used for signing in.
  const code = tools.demonstration ? currentCode(tools.wall.now().add({ seconds: TOTP_PERIOD })) : undefined
  return html(
    c,
    <TakePage officer={officer} found={found.value} about={about} code={code} why={why} />,
    why ? 422 : 200,
  )
}

/** The list as a file, once the code was right; who took it is kept. */
export async function postTake(c: Context<StaffEnv>) {
  const { tools, officer, page } = c.var
  const said = words(page.reader.locale)
  const read = await readForm(c)
  if (!read.ok) return showTake(c, sayRefusal(said, read))
  const asked = c.req.query()
  const seen = await casesBehind(tools, officer, asked, 1)
  if (!seen.ok) return c.notFound()
  const format = read.value.text('format')
  if (!isFormat(format)) return showTake(c, said.behind.take.chooseFormat)
  // Last, because a code works once.
  const again = await stepUp(tools, officer, read.value.text('code'))
  if (!again.ok) return showTake(c, said.behind.take.codeWrong)
  const taken = await takeListAlong(tools, officer, asked)
  if (!taken.ok) return c.notFound()
  const directory = await tools.directory()
  const about = aboutOf(page.reader, taken.value, directory)
  const { figure, period } = taken.value
  return c.body(await fileOf(page.reader, taken.value, directory, about, format), 200, {
    'Content-Type': FORMATS[format],
    'Content-Disposition': attachment(`sawt-${figure}-${period.name}.${format}`),
    'Cache-Control': 'private, no-store',
  })
}

interface TakePageProps {
  officer: Officer
  found: Behind
  about: string
  code?: string
  why?: string
}

function TakePage({ officer, found: { asked, figure, count }, about, code, why }: TakePageProps) {
  const { behind, insight } = useWords()
  const { take } = behind
  const reader = useReader()
  const link = useLink()
  const cut = !count || count.reached > MOST_TAKEN
  return (
    <DeskPage
      officer={officer}
      title={take.title}
      place="analysis"
      back={link(listAddress(asked, figure))}
      wrong={why !== undefined}
    >
      <ErrorSummary errors={why ? [{ field: 'code', text: why }] : []} />
      <Heading above={about} title={`${take.title}: ${behind.lists[figure]}`} lead={take.lead} />
      <div class="measure">
        {cut && <p>{take.most(formatNumber(reader, MOST_TAKEN))}</p>}
        <Form action={link(listAddress(asked, figure, { path: '/analysis/cases/file' }))}>
          <Radios
            name="format"
            label={take.format}
            inline
            value="xlsx"
            choices={[
              { value: 'csv', label: insight.csv },
              { value: 'xlsx', label: insight.xlsx },
            ]}
          />
          <TextField
            name="code"
            label={take.code}
            hint={code ? `${take.codeHint} ${take.codeTry(code)}` : take.codeHint}
            error={why}
            inputMode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
            size="small"
          />
          <Button>{take.take}</Button>
        </Form>
      </div>
    </DeskPage>
  )
}
