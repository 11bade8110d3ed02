import { Scale, TextArea, useWords } from '#ui'
import type { StepFieldsProps } from './steps.tsx'

/** The resident's own steps, taken by an agent while they are on the line. */
export function CallersFields({ step, field }: StepFieldsProps) {
  const { desk } = useWords()
  const { ask, hints } = desk
  const scale = (name: string, label: string) => {
    const { value, ...rest } = field(name)
    return (
      <Scale {...rest} label={label} value={Number(value) || undefined} worst={ask.worst} best={ask.best} />
    )
  }
  switch (step) {
    case 'rate':
      return (
        <>
          {scale('solved', ask.solved)}
          {scale('respect', ask.respect)}
          <TextArea {...field('comment')} label={ask.comment} rows={2} optional />
        </>
      )
    case 'object':
      return <TextArea {...field('reason')} label={ask.objectReason} rows={3} />
    case 'contest':
      return (
        <TextArea {...field('reason')} label={ask.contestReason} hint={hints.contest} rows={2} optional />
      )
    case 'withdraw':
      return (
        <TextArea {...field('reason')} label={ask.withdrawReason} hint={hints.withdraw} rows={2} optional />
      )
    default:
      return <p class="hint">{hints.accept}</p>
  }
}
