import type { VNode } from 'preact'
import { type DraftedReply, LIMITS, REPLY_OUTCOMES, splitPoints } from '#cases'
import { newId } from '#kernel'
import {
  Actions,
  Button,
  Details,
  Form,
  Notice,
  Radios,
  Select,
  TextArea,
  TextField,
  Time,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { fieldsOf } from '../attempt.ts'
import type { CaseData } from '../data.ts'
import { rowsTyped } from '../rows.ts'
import { Attach } from './simple.tsx'

interface ReplyComposerProps {
  data: CaseData
  /** Sends it to the reviewers; without it the reply can only be drafted. */
  submits: boolean
  main: boolean
}

/** A reply point by point. Begins with the points of the resident's own text, the draft, or the answers of the parts. */
export function ReplyComposer({ data, submits, main }: ReplyComposerProps) {
  const words = useWords()
  const { desk } = words
  const link = useLink()
  const { state, attempt, draft } = data
  const field = fieldsOf('reply', words, attempt)
  const start = beginning(data)
  const warnings = (attempt?.step === 'reply' && attempt.warnings) || []
  const warned = warnings.length > 0
  return (
    <Form
      action={link(`/desk/cases/${state.id}/reply`)}
      hidden={{ key: newId(), ...(warned && { warned: 'yes' }) }}
      multipart
      id="reply-form"
    >
      {draft && attempt?.step !== 'reply' && (
        <p class="hint">
          {desk.reply.draftBy} <bdi>{draft.by}</bdi> · <Time at={draft.at} as="short" />
        </p>
      )}
      {data.templates.length > 0 && <Templates data={data} />}
      <TextArea {...field('text', start.text)} label={desk.reply.text} hint={desk.reply.textHint} rows={7} />
      <Points field={field} start={start.points} rows={rowsOf(data, 'points', start.points.length)} />
      <Outcome field={field} start={start} />
      <PromisedRows
        field={field}
        start={start.actions}
        rows={rowsOf(data, 'actions', start.actions.length)}
      />
      <Attach field={field} />
      {warned && (
        <Notice kind="warning" title={desk.formula.title}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{desk.formula.warnings[warning]}</li>
            ))}
          </ul>
          <p>{desk.formula.anyway}</p>
        </Notice>
      )}
      <Actions>
        {submits && (
          <Button kind={main ? 'main' : 'quiet'} name="do" value="send">
            {warned ? desk.reply.sendAnyway : desk.reply.send}
          </Button>
        )}
        <Button kind={submits ? 'quiet' : 'main'} name="do" value="draft">
          {desk.reply.saveDraft}
        </Button>
      </Actions>
    </Form>
  )
}

/** What the reply comes to; a refusal asks for its ground, and "cannot act" for who can. */
function Outcome({ field, start }: { field: ReturnType<typeof fieldsOf>; start: DraftedReply }) {
  const { desk, cases } = useWords()
  const { reply } = desk
  const more: Partial<Record<string, VNode>> = {
    refused: (
      <TextArea
        {...field('legalGround', start.legalGround)}
        label={reply.legalGround}
        hint={reply.legalGroundHint}
        rows={2}
      />
    ),
    'cannot-act': (
      <TextArea
        {...field('otherRemedy', start.otherRemedy)}
        label={reply.otherRemedy}
        hint={reply.otherRemedyHint}
        rows={2}
      />
    ),
  }
  return (
    <Radios
      {...field('outcome', start.outcome)}
      label={reply.outcome}
      choices={REPLY_OUTCOMES.map((value) => ({
        value,
        label: cases.outcomes[value],
        hint: reply.outcomes[value],
        more: more[value],
      }))}
    />
  )
}

function Templates({ data: { templates } }: { data: CaseData }) {
  const { desk } = useWords()
  return (
    <div class="template-row">
      <Select
        name="template"
        id="reply-template"
        label={desk.reply.template}
        empty={desk.reply.noTemplate}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button kind="quiet" small name="do" value="template">
        {desk.reply.useTemplate}
      </Button>
    </div>
  )
}

interface RowsProps<Row> {
  field: ReturnType<typeof fieldsOf>
  start: readonly Row[]
  rows: number
}

function Points({ field, start, rows }: RowsProps<{ point: string; answer: string }>) {
  const { desk } = useWords()
  return (
    <fieldset class="rows">
      <legend class="label">{desk.reply.points}</legend>
      <p class="hint">{desk.reply.pointsHint}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div class="row" key={at}>
          <TextField {...field(`points.${at}.point`, start[at]?.point)} label={desk.reply.point(at + 1)} />
          <TextArea {...field(`points.${at}.answer`, start[at]?.answer)} label={desk.reply.answer} rows={2} />
        </div>
      ))}
      {rows < LIMITS.points && (
        <Button kind="plain" small name="more" value="points" icon="plus">
          {desk.reply.morePoints}
        </Button>
      )}
    </fieldset>
  )
}

function PromisedRows({ field, start, rows }: RowsProps<{ text: string; dueOn: string }>) {
  const { desk } = useWords()
  const { locale } = useReader()
  const shown = Array.from({ length: rows }, (_, at) => (
    <div class="row promised" key={at}>
      <TextField {...field(`actions.${at}.text`, start[at]?.text)} label={desk.reply.action} />
      <TextField
        {...field(`actions.${at}.dueOn`, start[at]?.dueOn)}
        label={desk.reply.actionDate}
        type="date"
        dir="ltr"
        size="small"
      />
    </div>
  ))
  return (
    <Details key={locale} title={desk.reply.actions} open={start.length > 0 || rows > 1 || shown.length > 1}>
      <p class="hint">{desk.reply.actionsHint}</p>
      {shown}
      {rows < LIMITS.actions && (
        <Button kind="plain" small name="more" value="actions" icon="plus">
          {desk.reply.moreActions}
        </Button>
      )}
    </Details>
  )
}

const rowsOf = ({ attempt }: CaseData, name: 'points' | 'actions', usual: number) =>
  attempt?.step === 'reply' ? Math.max(1, rowsTyped(attempt.typed, name)) : Math.max(1, usual)

/** What a reply begins with: what was drafted, what the parts answered, or the points that the text raises. */
function beginning(data: CaseData): DraftedReply {
  const empty: DraftedReply = {
    text: '',
    outcome: '',
    legalGround: '',
    otherRemedy: '',
    points: [],
    actions: [],
  }
  const { draft, partReplies, first, reply } = data
  if (draft) return { ...empty, ...(draft.body as Partial<DraftedReply>) }
  if (partReplies.length > 0) return { ...empty, ...joined(data) }
  if (data.state.returns > 0 && !reply) return { ...empty, ...returned(data) }
  return { ...empty, points: splitPoints(first.text ?? '').map((point) => ({ point, answer: '' })) }
}

/** A reply that was sent back is corrected, not written anew. */
function returned({ events }: CaseData): Partial<DraftedReply> {
  const last = events.findLast(({ step }) => step === 'reply')
  if (!last) return {}
  const { text = '', legalGround = '', otherRemedy = '', points = [], actions = [] } = last.words ?? {}
  return {
    ...{ text, legalGround, otherRemedy, points },
    outcome: last.facts.outcome ?? '',
    actions: actions.map(({ text, dueOn }) => ({ text, dueOn })),
  }
}

/** One voice out of the answers of the parts. */
function joined({ partReplies, directory }: CaseData): Partial<DraftedReply> {
  const nameOf = (id: string | null) => directory.entity(id)?.name.ar ?? ''
  return {
    text: partReplies.map(({ entity, words }) => `${nameOf(entity)}: ${words.text ?? ''}`).join('\n\n'),
    points: partReplies.flatMap(({ words }) => words.points ?? []).slice(0, LIMITS.points),
    actions: partReplies
      .flatMap(({ words }) => words.actions ?? [])
      .map(({ text, dueOn }) => ({ text, dueOn }))
      .slice(0, LIMITS.actions),
  }
}
