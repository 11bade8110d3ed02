import { type Category, type Entity, ownerAt, whereIs } from '#entities'
import type { Ask, Asking } from './ask.ts'
import { NOT_SURE, Pick, picked } from './pick.tsx'
import { suggestedSubjects } from './subjects.ts'

/** Who may be responsible: the usual one for the subject. A mistake costs the resident nothing. */
export const entity: Ask = {
  title: ({ t, answers }) =>
    answers.type === 'praise' ? t.journey.entity.titles.praise : t.journey.entity.title,
  fields: (asking) => {
    const { answers } = asking
    const usual = usualFor(asking, answers.category)?.id
    return { entity: answers.entity === null ? NOT_SURE : (answers.entity ?? usual ?? '') }
  },
  draw: async (asking) => (
    <Pick
      name="entity"
      label={entity.title(asking)}
      hint={asking.t.journey.entity.hint}
      asking={asking}
      proposed={await proposals(asking)}
      options={bySector(asking)}
    />
  ),
  read: (form, { t, directory }) => {
    const chosen = picked(form.text('entity'), form.text('entity-list'))
    if (chosen === 'list') return { troubles: [{ field: 'entity-list', text: t.errors.entity.list }] }
    if (chosen === undefined || (chosen && !directory.entity(chosen)?.active))
      return { troubles: [{ field: 'entity', text: t.errors.entity.required }] }
    return { keep: { entity: chosen } }
  },
}

const MOST = 3

/** The usual one where it happened, as far as their words already say where. */
function usualFor({ answers, directory }: Pick<Asking, 'answers' | 'directory'>, category?: string | null) {
  return ownerAt(directory, category, whereIs(directory, answers.place?.id, answers.text ?? ''))
}

/** The usual entity of the subject; without a subject those of the subjects that the words suggest. */
async function proposals(asking: Asking) {
  const { answers, directory, locale, t } = asking
  const chosen = directory.category(answers.category)
  const subjects = chosen
    ? [chosen]
    : (await suggestedSubjects(asking)).subjects.map(({ subject }) => subject)
  const usual = new Map<string, { found: Entity; subject: Category }>()
  for (const subject of subjects) {
    const found = usualFor(asking, subject?.id)
    if (found?.active && !usual.has(found.id)) usual.set(found.id, { found, subject })
  }
  return [...usual.values()].slice(0, MOST).map(({ found, subject }) => ({
    value: found.id,
    label: found.name[locale],
    hint: t.journey.entity.usual(subject.name[locale]),
  }))
}

function bySector({ directory, locale }: Asking) {
  return directory
    .sectors(locale)
    .map(({ id, name }) => ({
      group: name[locale],
      options: directory
        .entities(locale)
        .filter(({ sectorId }) => sectorId === id)
        .map((each) => ({ value: each.id, label: each.name[locale] })),
    }))
    .filter(({ options }) => options.length > 0)
}
