import { Select, TextArea, useReader, useWords } from '#ui'
import { named } from '../../../choices.ts'
import type { StepFieldsProps } from './steps.tsx'

/** To a unit, a person, or a person of a unit. */
export function AssignFields({ data, field }: StepFieldsProps) {
  const { desk } = useWords()
  const { locale } = useReader()
  const { directory, handlers, state } = data
  const units = state.entity ? directory.units(state.entity, locale) : []
  return (
    <>
      <Select
        {...field('unit', state.unit ?? '')}
        label={desk.ask.unit}
        empty={desk.ask.noUnit}
        options={named(units, locale)}
      />
      <Select
        {...field('handler', state.handler ?? '')}
        label={desk.ask.handler}
        empty={desk.ask.noHandler}
        options={handlers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea {...field('note')} label={desk.ask.note} rows={2} optional />
    </>
  )
}
