import { newId } from '#kernel'
import { Actions, Button, Form, Notice, Select, TextArea, Time, useLink, useWords } from '#ui'
import { fieldsOf } from '../attempt.ts'
import type { CaseData } from '../data.ts'
import { rowsTyped } from '../rows.ts'
import { EarlierAnswers } from './earlier-answers.tsx'
import { beginning } from './reply-beginning.ts'
import { Outcome } from './reply-outcome.tsx'
import { Points, PromisedRows } from './reply-rows.tsx'
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
      <EarlierAnswers data={data} />
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

const rowsOf = ({ attempt }: CaseData, name: 'points' | 'actions', usual: number) =>
  attempt?.step === 'reply' ? Math.max(1, rowsTyped(attempt.typed, name)) : Math.max(1, usual)
