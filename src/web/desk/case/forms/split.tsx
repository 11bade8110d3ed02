import { LIMITS, splitPoints } from '#cases'
import { Button, Select, TextArea, useReader, useWords } from '#ui'
import { named } from '../../../choices.ts'
import { rowsTyped } from '../rows.ts'
import type { StepFieldsProps } from './steps.tsx'

/** Two parts or more, each with its entity and what is asked of it; begins with the points of the text. */
export function SplitFields({ data, field }: StepFieldsProps) {
  const { desk } = useWords()
  const { locale } = useReader()
  const { attempt, first, directory } = data
  const proposed = splitPoints(first.text ?? '')
  const rows = attempt?.step === 'split' ? Math.max(2, rowsTyped(attempt.typed, 'parts')) : 2
  const entities = named(directory.entities(locale), locale)
  return (
    <>
      <p class="hint">{desk.hints.split}</p>
      {field('parts').error && <p class="error">{field('parts').error}</p>}
      {Array.from({ length: rows }, (_, at) => (
        <fieldset class="row" key={at}>
          <legend>{desk.ask.part(at + 1)}</legend>
          <Select {...field(`parts.${at}.entity`)} label={desk.ask.entity} options={entities} />
          <TextArea
            {...field(
              `parts.${at}.text`,
              proposed.length > 1 ? (proposed[at] ?? '') : at === 0 ? first.text : '',
            )}
            label={desk.ask.partText}
            rows={3}
          />
        </fieldset>
      ))}
      {rows < LIMITS.parts && (
        <p>
          <Button kind="plain" small name="more" value="parts" icon="plus">
            {desk.ask.morePart}
          </Button>
        </p>
      )}
    </>
  )
}
