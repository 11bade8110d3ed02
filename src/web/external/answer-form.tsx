import { LIMITS, type LinkedCase, REPLY_OUTCOMES, splitPoints } from '#cases'
import { Button, FileField, Form, Radios, TextArea, TextField, useWords } from '#ui'
import { type Attempt, fieldsOf } from '../desk/case/attempt.ts'
import { rowsTyped } from '../desk/case/rows.ts'

/** The reply of somebody without an account: what liaisons fill in too, and who signs it. */
export function AnswerForm({ linked, attempt }: { linked: LinkedCase; attempt?: Attempt }) {
  const words = useWords()
  const { desk, cases } = words
  const field = fieldsOf('reply', words, attempt)
  const { value: _, ...files } = field('files')
  const start = splitPoints(linked.texts[0]?.text ?? '')
  const rows = attempt ? Math.max(1, rowsTyped(attempt.typed, 'points')) : Math.max(1, start.length)
  return (
    <Form multipart>
      <TextArea {...field('text')} label={desk.reply.text} hint={desk.reply.textHint} rows={7} />
      <fieldset class="rows">
        <legend class="label">{desk.reply.points}</legend>
        <p class="hint">{desk.reply.pointsHint}</p>
        {Array.from({ length: rows }, (_, at) => (
          <div class="row" key={at}>
            <TextField {...field(`points.${at}.point`, start[at])} label={desk.reply.point(at + 1)} />
            <TextArea {...field(`points.${at}.answer`)} label={desk.reply.answer} rows={2} />
          </div>
        ))}
        {rows < LIMITS.points && (
          <Button kind="plain" small name="more" value="points" icon="plus">
            {desk.answer.morePoints}
          </Button>
        )}
      </fieldset>
      <Radios
        {...field('outcome')}
        label={desk.reply.outcome}
        choices={REPLY_OUTCOMES.map((value) => ({
          value,
          label: cases.outcomes[value],
          hint: desk.reply.outcomes[value],
        }))}
      />
      <TextArea
        {...field('legalGround')}
        label={desk.reply.legalGround}
        hint={desk.reply.legalGroundHint}
        rows={2}
        optional
      />
      <TextArea
        {...field('otherRemedy')}
        label={desk.reply.otherRemedy}
        hint={desk.reply.otherRemedyHint}
        rows={2}
        optional
      />
      <FileField
        {...files}
        label={desk.ask.files}
        accept="image/*,.pdf"
        most={{ files: LIMITS.files, megabytes: 10 }}
        optional
      />
      <TextField {...field('signedBy')} label={desk.answer.signedBy} autocomplete="name" />
      <Button>{desk.answer.send}</Button>
    </Form>
  )
}
