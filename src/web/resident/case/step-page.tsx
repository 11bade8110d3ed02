import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { VNode } from 'preact'
import { LIMITS, type ResidentView } from '#cases'
import { newId } from '#kernel'
import { Actions, Button, FileField, Form, Heading, LinkButton, Quote, Scale, TextArea } from '#ui'
import { formatDay, type Words, words } from '#words'
import type { Env } from '../../base/env.ts'
import { html } from '../../html.ts'
import { Shell } from '../shell.tsx'
import { type Trouble, troubleOf } from '../trouble.ts'
import { type Act, MOST_FILES, type Own } from './own.ts'

export type StepFields = Record<string, string>

interface StepShown {
  step: Act
  view: ResidentView
  fields: StepFields
  troubles?: readonly Trouble[]
  status?: ContentfulStatusCode
}

/** One step, one page. */
export function drawStep(
  c: Context<Env>,
  own: Own,
  { step, view, fields, troubles = [], status }: StepShown,
) {
  const { reader } = c.var.page
  const { resident } = words(reader.locale)
  const base = `/${reader.locale}${own.base}`
  const until = view.state.clockDue
  const at: Drawn = {
    follow: resident.follow,
    view,
    base,
    value: (name) => fields[name] ?? '',
    trouble: (name) => troubleOf(troubles, name),
    until: until ? formatDay(reader, until) : '',
  }
  return html(
    c,
    <Shell title={resident.follow.acts[step]} back={base} errors={troubles} secret>
      <Form action={`${base}/${step}`} multipart={step === 'add'} hidden={{ key: newId() }}>
        {PAGES[step](at)}
      </Form>
    </Shell>,
    status,
  )
}

interface Drawn {
  follow: Words['resident']['follow']
  view: ResidentView
  base: string
  value(name: string): string
  trouble(name: string): string | undefined
  until: string
}

const PAGES: Record<Act, (at: Drawn) => VNode> = {
  add: ({ follow: { add }, view, value, trouble }) => (
    <>
      {view.question && <Quote text={view.question} />}
      <TextArea
        name="text"
        heading
        label={view.question ? add.answer : add.title}
        hint={view.question ? undefined : add.hint}
        value={value('text')}
        error={trouble('text')}
        limit={LIMITS.text}
      />
      <FileField name="files" label={add.files} error={trouble('files')} most={MOST_FILES} optional />
      <Button>{add.send}</Button>
    </>
  ),
  rate: ({ follow: { rate }, value, trouble }) => (
    <>
      <Heading title={rate.title} />
      <Scale
        name="solved"
        label={rate.solved}
        worst={rate.solvedWorst}
        best={rate.solvedBest}
        value={Number(value('solved')) || undefined}
        error={trouble('solved')}
      />
      <Scale
        name="respect"
        label={rate.respect}
        worst={rate.respectWorst}
        best={rate.respectBest}
        value={Number(value('respect')) || undefined}
        error={trouble('respect')}
      />
      <TextArea
        name="comment"
        label={rate.comment}
        value={value('comment')}
        error={trouble('comment')}
        rows={4}
        limit={LIMITS.comment}
        optional
      />
      <p class="hint">{rate.notObjecting}</p>
      <Button>{rate.send}</Button>
    </>
  ),
  object: ({ follow: { object }, value, trouble, until }) => (
    <>
      <TextArea
        name="reason"
        heading
        label={object.title}
        hint={[object.hint, ' ', until && object.until(until)]}
        value={value('reason')}
        error={trouble('reason')}
        limit={LIMITS.reason}
      />
      <Button>{object.send}</Button>
    </>
  ),
  accept: ({ follow: { accept }, base }) => (
    <>
      <Heading title={accept.title} lead={accept.text} />
      <Actions>
        <Button>{accept.yes}</Button>
        <LinkButton kind="quiet" href={base}>
          {accept.no}
        </LinkButton>
      </Actions>
    </>
  ),
  contest: ({ follow: { contest }, value, trouble, base }) => (
    <>
      <Heading title={contest.title} lead={contest.text} />
      <TextArea
        name="reason"
        label={contest.reason}
        value={value('reason')}
        error={trouble('reason')}
        rows={3}
        limit={LIMITS.reason}
        optional
      />
      <Actions>
        <Button>{contest.yes}</Button>
        <LinkButton kind="quiet" href={base}>
          {contest.no}
        </LinkButton>
      </Actions>
    </>
  ),
  withdraw: ({ follow: { withdraw }, value, trouble, base }) => (
    <>
      <Heading title={withdraw.title} lead={withdraw.text} />
      <TextArea
        name="reason"
        label={withdraw.reason}
        value={value('reason')}
        error={trouble('reason')}
        rows={3}
        limit={LIMITS.reason}
        optional
      />
      <Actions>
        <Button kind="danger">{withdraw.yes}</Button>
        <LinkButton kind="quiet" href={base}>
          {withdraw.no}
        </LinkButton>
      </Actions>
    </>
  ),
}
