import { LIMITS, REFUSAL_REASONS } from '#cases'
import { FileField, Radios, Select, TextArea, TextField, useReader, useWords } from '#ui'
import { formatList } from '#words'
import type { StepFieldsProps } from './steps.tsx'

/** Steps that need a sentence or two. */
export function SimpleFields({ data, step, field }: StepFieldsProps) {
  const { desk, cases } = useWords()
  const reader = useReader()
  const { ask, hints } = desk
  const entities = data.directory
    .entities(reader.locale)
    .filter(({ id }) => id !== data.state.entity)
    .map(({ id, name }) => ({ value: id, label: name[reader.locale] }))
  switch (step) {
    case 'verify':
    case 'release':
    case 'unmerge':
      return <p class="hint">{hints[step]}</p>
    case 'seal':
      return <p class="hint">{cases.sealHint}</p>
    case 'take-up':
      return <TextArea {...field('note')} label={ask.note} rows={2} optional />
    case 'ask':
      return <TextArea {...field('question')} label={ask.question} hint={hints.ask} rows={3} />
    case 'note':
      return (
        <>
          <TextArea {...field('note')} label={ask.note} hint={hints.note} rows={3} />
          <Attach field={field} />
        </>
      )
    case 'add':
      return (
        <>
          <TextArea {...field('text')} label={ask.add} hint={hints.add} rows={4} />
          <Attach field={field} />
        </>
      )
    case 'order':
      return <TextArea {...field('note')} label={ask.order} rows={3} />
    case 'remind':
      return <TextArea {...field('note')} label={ask.note} rows={2} optional />
    case 'return':
      return <TextArea {...field('reason')} label={ask.returnReason} rows={3} />
    case 'reopen':
      return <TextArea {...field('reason')} label={ask.reopenReason} hint={hints.reopen} rows={3} />
    case 'uphold':
      return (
        <>
          <TextArea {...field('reason')} label={ask.upholdReason} rows={3} />
          <TextArea {...field('otherRemedy')} label={ask.otherRemedy} hint={hints.otherRemedy} rows={2} />
        </>
      )
    case 'extend':
      return (
        <>
          <TextField
            {...field('days', '5')}
            label={ask.days}
            hint={hints.extend}
            inputMode="numeric"
            dir="ltr"
            size="small"
          />
          <TextArea {...field('reason')} label={ask.extendReason} rows={3} />
          <TextArea
            {...field('otherRemedy')}
            label={ask.otherRemedy}
            hint={hints.otherRemedy}
            rows={2}
            optional
          />
        </>
      )
    case 'refuse':
      return (
        <>
          <Radios
            {...field('why', 'not-ours')}
            label={ask.why}
            choices={REFUSAL_REASONS.map((value) => ({ value, label: cases.why[value] }))}
          />
          <TextArea {...field('reason')} label={ask.refuseReason} hint={hints.refuse} rows={3} />
          <Select
            {...field('entity')}
            label={ask.proposed}
            empty={desk.ask.noProposal}
            options={entities}
            optional
          />
        </>
      )
    case 'merge':
    case 'link':
      return (
        <>
          <TextField
            {...field(step === 'merge' ? 'into' : 'other')}
            label={ask.number}
            hint={hints[step]}
            dir="ltr"
            size="medium"
            inputMode="numeric"
          />
          {step === 'merge' && <TextArea {...field('note')} label={ask.note} rows={2} optional />}
        </>
      )
    default:
      return <p class="hint">{formatList(reader, [cases.steps[step]])}</p>
  }
}

export function Attach({ field }: Pick<StepFieldsProps, 'field'>) {
  const { desk } = useWords()
  const { value, ...files } = field('files')
  return (
    <FileField
      {...files}
      label={desk.ask.files}
      accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.txt"
      most={{ files: LIMITS.files, megabytes: 10 }}
      optional
    />
  )
}
