import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ResidentView, residentView } from '#cases'
import { Actions, Button, Form, LinkButton, Notice, Quote, Reference, Section, TypeTag } from '#ui'
import { formatDay, type Locale, words } from '#words'
import type { AppTools } from '../../../tools.ts'
import type { Env } from '../../base/env.ts'
import { html } from '../../html.ts'
import { movedCode } from '../../sealed/moving/move.ts'
import { sealedAddress } from '../../sealed/where.ts'
import { placeIn } from '../place-told.ts'
import { Shell } from '../shell.tsx'
import type { Trouble } from '../trouble.ts'
import { TheAnswer } from './answer.tsx'
import { FileList } from './file-list.tsx'
import { Hero } from './hero.tsx'
import { History } from './history.tsx'
import { ACTS, type Own, type Shown } from './own.ts'
import { Question } from './question.tsx'

/** The page of a case: the promise first, then what is asked of the resident, the answer, and all that led to it. */
export async function drawCase(
  c: Context<Env>,
  own: Own,
  { troubles = [], status = 200 }: { troubles?: readonly Trouble[]; status?: ContentfulStatusCode } = {},
): Promise<Response> {
  const { tools, page } = c.var
  const view = await residentView(tools, own.caseId)
  if (!view) return c.notFound()
  const { reader } = page
  const t = words(reader.locale).resident
  const link = (path: string) => `/${reader.locale}${path}`
  const shown: Shown = {
    ...{ view, directory: await tools.directory(), reader, t, base: link(own.base) },
    ...(isSealed(view) && { sealed: await wayToRoom(tools, own.caseId, reader.locale) }),
  }
  const done = Object.entries(t.follow.done).find(([step]) => step === c.req.query('done'))?.[1]
  return html(
    c,
    <Shell
      title={t.follow.page.title}
      back={own.residentId ? link('/my') : undefined}
      errors={troubles}
      secret
    >
      {done && troubles.length === 0 && <Notice kind="done" title={done} />}
      <Hero {...shown} />
      <Question {...shown} />
      <TheAnswer {...shown} />
      <WhatYouCan {...shown} />
      {!shown.sealed && <WhatYouWrote {...shown} />}
      <History {...shown} />
      {!own.residentId && (
        <Form action={link('/case/close')}>
          <Button kind="plain">{t.follow.page.leave}</Button>
        </Form>
      )}
    </Shell>,
    status,
  )
}

const isSealed = (view: ResidentView): boolean => view.timeline.some(({ says }) => says === 'sealed')

/** The room, and the number by which its officers know this text. */
async function wayToRoom(tools: AppTools, caseId: string, locale: Locale) {
  const href = (await sealedAddress(tools, locale)) ?? `/${locale}/violation`
  return { href, code: movedCode(tools.secret, caseId) }
}

/** Exactly the steps that are open to the resident now. */
function WhatYouCan({ view, t, base, reader }: Shown) {
  const { follow } = t
  const open = ACTS.filter((step) => view.steps.includes(step)).filter(
    (step) => step !== 'add' || !view.question,
  )
  if (open.length === 0) return null
  const until = view.steps.includes('object') ? view.state.clockDue : null
  return (
    <Section title={follow.page.can}>
      {until && <p>{follow.page.objectUntil(formatDay(reader, until))}</p>}
      <Actions>
        {open.map((step) => (
          <LinkButton key={step} kind={step === 'withdraw' ? 'plain' : 'quiet'} href={`${base}/${step}`}>
            {step === 'add' && view.state.stage === 'closed' ? follow.acts.reopen : follow.acts[step]}
          </LinkButton>
        ))}
      </Actions>
    </Section>
  )
}

function WhatYouWrote(shown: Shown) {
  const { view, t, reader, directory } = shown
  const { page } = t.follow
  const place = placeIn(reader.locale, directory, { ...view.said.place, id: view.state.place ?? undefined })
  return (
    <Section title={page.yourCase}>
      <p class="above cluster">
        <TypeTag type={view.state.type} />
        <Reference number={view.state.reference} />
        <span>
          {page.received} {formatDay(reader, view.state.receivedAt)}
        </span>
      </p>
      <Quote text={view.said.text} />
      <dl class="facts">
        {view.said.remedy && (
          <div>
            <dt>{page.wished}</dt>
            <dd dir="auto">{view.said.remedy}</dd>
          </div>
        )}
        {place && (
          <div>
            <dt>{page.where}</dt>
            <dd class="lines">{place}</dd>
          </div>
        )}
      </dl>
      <FileList {...shown} files={view.files.filter(({ seq }) => seq !== view.answer?.seq)} />
      <Receipts {...shown} />
    </Section>
  )
}

/** What they can take along as proof of what they sent, and of the answer. */
function Receipts({ view, reader, base }: Shown) {
  const { receipt } = words(reader.locale).proof
  // What another system received, this one cannot vouch for.
  if (view.state.channel === 'import') return null
  return (
    <p class="aside cluster">
      <a href={`${base}/receipt/submitted`}>{receipt.offer}</a>
      {view.answer && <a href={`${base}/receipt/answered`}>{receipt.offerAnswer}</a>}
    </p>
  )
}
