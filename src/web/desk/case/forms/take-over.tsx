import { newId } from '#kernel'
import { StepForm, TextArea, useLink, useWords } from '#ui'
import { fieldsOf } from '../attempt.ts'
import type { CaseData } from '../data.ts'

/** The operations room gives a case to the central office, which answers it instead of whoever held it. */
export function TakeOver({ data }: { data: CaseData }) {
  const words = useWords()
  const { operations, desk } = words
  const link = useLink()
  const { directory, state, attempt } = data
  const { central } = directory
  if (!central || state.entity === central.id) return null
  const field = fieldsOf('route', words, attempt)
  return (
    <div id="route">
      <StepForm
        title={operations.takeOver.title}
        icon="shield"
        open={attempt?.step === 'route'}
        submit={operations.takeOver.submit}
        action={link(`/desk/cases/${state.id}/route`)}
        hidden={{ key: newId(), entity: central.id }}
      >
        <p class="hint">{operations.takeOver.hint}</p>
        <TextArea {...field('note')} label={desk.ask.note} rows={2} optional />
      </StepForm>
    </div>
  )
}
