import { LIMITS } from '#cases'
import { Button, Details, TextArea, TextField, useReader, useWords } from '#ui'
import type { fieldsOf } from '../attempt.ts'

interface RowsProps<Row> {
  field: ReturnType<typeof fieldsOf>
  start: readonly Row[]
  rows: number
}

/** What was asked, each with its answer. */
export function Points({ field, start, rows }: RowsProps<{ point: string; answer: string }>) {
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

/** Work with dates that the entity promises. */
export function PromisedRows({ field, start, rows }: RowsProps<{ text: string; dueOn: string }>) {
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
