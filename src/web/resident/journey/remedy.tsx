import { LIMITS } from '#cases'
import { TextArea } from '#ui'
import type { Ask } from './ask.ts'

/** What they would like to happen, so that an answer can be measured against it. */
export const remedy: Ask = {
  title: ({ t }) => t.journey.remedy.title,
  fields: ({ answers }) => ({ remedy: answers.remedy ?? '' }),
  draw: ({ t, value, trouble }) => (
    <TextArea
      name="remedy"
      heading
      label={t.journey.remedy.title}
      hint={t.journey.remedy.hint}
      value={value('remedy')}
      error={trouble('remedy')}
      rows={4}
      limit={LIMITS.remedy}
      optional
    />
  ),
  read: (form, { t }) => {
    const written = form.text('remedy').trim()
    if (written.length > LIMITS.remedy)
      return { troubles: [{ field: 'remedy', text: t.errors.remedy['too-long'] }] }
    return { keep: { remedy: written || null } }
  },
}
