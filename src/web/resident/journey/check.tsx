import { createHash } from 'node:crypto'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  type Answers,
  asSubmission,
  type CaseState,
  keepDraft,
  nextQuestion,
  type Question,
  questionBefore,
  type Sender,
  submitCase,
} from '#cases'
import type { Result } from '#kernel'
import { knownAbout } from '#problems'
import { Actions, Button, Form, Heading, SummaryList } from '#ui'
import { words } from '#words'
import { addressOf } from '../../api/address.ts'
import { may } from '../../api/limits.ts'
import type { Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { html } from '../../html.ts'
import { Announced } from '../../public/announced.tsx'
import { type Visit, visit } from '../answers.ts'
import { openForCase } from '../case/session.ts'
import { go } from '../go.ts'
import type { ResidentLimits } from '../limits.ts'
import { Shell } from '../shell.tsx'
import { formTrouble, type Trouble } from '../trouble.ts'
import { show } from './question-page.tsx'
import { summary } from './summary.tsx'

/** Everything that will be sent, each with a way to change it. */
export const check: Handler = async (c) => {
  const here = await visit(c)
  const next = nextQuestion(here.answers)
  return next === 'check' && here.found ? draw(here) : go(c, `/new/${next}`)
}

/** Sends the draft. Sent twice, by a double click or a reload, it is the same case and the same confirmation. */
export const send =
  ({ submissions }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    const here = await visit(c)
    if (!here.found) return go(c, here.sent ? '/new/sent' : '/new')
    if (nextQuestion(here.answers) !== 'check') return go(c, '/new')
    if (!form.ok) return draw(here, [formTrouble(locale, form.reason)], FORM_STATUS[form.reason])
    const { errors } = words(locale).resident
    if (form.value.text('draft') !== here.found.id) return draw(here, [{ text: errors.check.other }], 422)
    if (!may(submissions, addressOf(c), tools.clock.now())) {
      c.header('Retry-After', '60')
      return draw(here, [{ text: errors.check['too-many'] }], 429)
    }
    const submitted = await submit(here, here.found.id)
    if (!submitted.ok) return askAgain(here, submitted.details ?? {}, errors.check.changed)
    tools.wake()
    openForCase(c, submitted.value.state.id)
    return go(c, '/new/sent')
  }

function submit(
  { c, answers }: Visit,
  draftId: string,
): Promise<Result<{ state: CaseState; again: boolean }>> {
  const { tools, resident } = c.var
  const requester: Sender = resident
    ? {
        name: resident.name ?? undefined,
        phone: resident.phone ?? undefined,
        email: resident.email ?? undefined,
        language: resident.language,
      }
    : (answers.contact ?? {})
  const bodyHash = createHash('sha256').update(draftId).digest()
  return submitCase(tools, { residentId: resident?.id ?? null, draftId }, asSubmission(answers, requester), {
    scope: 'web',
    key: draftId,
    bodyHash,
  })
}

/** What a list no longer holds is asked again; everything else stays. */
async function askAgain(here: Visit, details: Readonly<Record<string, string | number>>, text: string) {
  const { c, found, answers } = here
  const wrong = [...new Set(Object.keys(details).map(questionOf))]
  const [first = 'text'] = wrong
  const kept: Answers & { signedIn: boolean } = { ...answers }
  for (const name of wrong) delete kept[name]
  await keepDraft(c.var.tools, c.var.form.visitor(), found, { answers: {}, without: wrong })
  return show({ ...here, answers: kept }, first, {
    fields: {},
    troubles: [{ field: first, text }],
    status: 422,
  })
}

const questionOf = (path: string): Question => {
  const [name = ''] = path.split('.')
  return name === 'requester'
    ? 'contact'
    : ((['category', 'entity', 'place', 'remedy'] as const).find((each) => each === name) ?? 'text')
}

/** Known problems that what they are about to send may be about; praise is about none. */
async function knownOf({ c, answers: { type, category, entity, place } }: Visit) {
  if (type !== 'complaint' && type !== 'inquiry') return []
  return knownAbout(c.var.tools, { category, entity, place: place?.id })
}

async function draw(here: Visit, errors: readonly Trouble[] = [], status: ContentfulStatusCode = 200) {
  const { c, found, answers } = here
  const { locale } = c.var.page.reader
  const { journey } = words(locale).resident
  return html(
    c,
    <Shell
      title={journey.check.title}
      back={`/${locale}/new/${questionBefore('check', answers)}`}
      errors={errors}
      secret
    >
      <Heading title={journey.check.title} lead={journey.check.lead} />
      <Announced announcements={await knownOf(here)} directory={here.directory} yours />
      <SummaryList rows={await summary(here)} />
      <p>{journey.check.next}</p>
      <Form action={`/${locale}/new/check`} hidden={{ draft: found?.id ?? '' }}>
        <Actions>
          <Button icon="send">{journey.check.send}</Button>
        </Actions>
      </Form>
      <p class="hint aside">
        {journey.saved} <a href={`/${locale}/new/discard`}>{journey.startOver}</a>
      </p>
    </Shell>,
    status,
  )
}
