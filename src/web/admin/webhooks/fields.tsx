import { STEPS, type StepName } from '#cases'
import type { Directory } from '#entities'
import { Details, useReader, useWords } from '#ui'
import { AnyOf, OneOf, Pick, Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { entityOptions } from '../options.ts'

interface EndpointFieldsProps {
  form: Filled
  /** Only for a new one: whose cases it hears of stays. */
  directory?: Directory
}

export function EndpointFields({ form, directory }: EndpointFieldsProps) {
  const { admin, cases } = useWords()
  const { webhooks } = admin
  const { locale } = useReader()
  const steps = (Object.keys(STEPS) as StepName[]).map((value) => ({ value, label: cases.happened[value] }))
  const which = [
    { value: 'all', label: webhooks.everyStep },
    { value: 'some', label: webhooks.someSteps },
  ]
  return (
    <>
      <Text form={form} name="name" label={webhooks.name} hint={webhooks.nameHint} autocomplete="off" />
      <Text
        form={form}
        name="url"
        label={webhooks.url}
        hint={
          <>
            {webhooks.urlHint} <bdi dir="ltr">https://</bdi>
          </>
        }
        type="url"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
      />
      {directory && (
        <Pick
          form={form}
          name="entity"
          label={webhooks.whose}
          hint={webhooks.whoseHint}
          empty={webhooks.everyCase}
          options={entityOptions(directory, locale)}
        />
      )}
      <OneOf form={form} name="which" label={webhooks.which} choices={which} />
      <Details title={webhooks.steps} open={form.text('which') === 'some'}>
        <AnyOf form={form} name="events" label={webhooks.someSteps} choices={steps} />
      </Details>
    </>
  )
}
