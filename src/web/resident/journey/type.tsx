import { likelyType, TYPES } from '#cases'
import { Radios } from '#ui'
import type { Ask } from './ask.ts'

/** What it is: proposed where the words leave no doubt, always the resident's choice. */
export const type: Ask = {
  title: ({ t }) => t.journey.type.title,
  fields: ({ answers }) => ({ type: answers.type ?? '' }),
  draw: (asking) => {
    const { type: said } = asking.t.journey
    const { types } = asking.words.common
    const likely = asking.value('type') ? undefined : likelyType(asking.answers.text ?? '')
    return (
      <Radios
        name="type"
        heading
        label={said.title}
        hint={likely && said.likely}
        error={asking.trouble('type')}
        value={asking.value('type') || likely}
        choices={[...TYPES, 'violation' as const].map((value) => ({
          value,
          label: types[value],
          hint: said.hints[value],
        }))}
      />
    )
  },
  read: (form, { t }) => {
    const chosen = form.text('type')
    // Nothing about a violation is kept, not even that somebody thought of reporting one.
    if (chosen === 'violation') return { go: '/new/violation' }
    const found = TYPES.find((each) => each === chosen)
    return found ? { keep: { type: found } } : { troubles: [{ field: 'type', text: t.errors.type.required }] }
  },
}
