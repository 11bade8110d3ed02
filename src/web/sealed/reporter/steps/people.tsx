import { Text } from '../../client/fields.tsx'
import { Act } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import type { Asking } from '../question.tsx'

/** More are hardly known by name; the text has room for them. */
const MOST = 12

export function People({ draft, set }: Asking) {
  const { t } = useReading()
  const { people } = draft
  const change = (at: number, part: Partial<(typeof people)[number]>) =>
    set({ people: people.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <>
      {people.map((person, at) => (
        <fieldset class="group" key={at}>
          <legend class="label">{t.people.person(at + 1)}</legend>
          <Text
            id={`person-${at}`}
            label={t.people.name}
            optional
            value={person.name}
            onText={(name) => change(at, { name })}
          />
          <Text
            id={`post-${at}`}
            label={t.people.post}
            optional
            value={person.post}
            onText={(post) => change(at, { post })}
          />
          {people.length > 1 && (
            <Act
              kind="plain"
              compact
              onAct={() => set({ people: people.filter((_, place) => place !== at) })}
            >
              {t.remove(t.people.person(at + 1))}
            </Act>
          )}
        </fieldset>
      ))}
      {people.length < MOST && (
        <p>
          <Act kind="quiet" icon="plus" onAct={() => set({ people: [...people, { name: '', post: '' }] })}>
            {t.people.more}
          </Act>
        </p>
      )}
    </>
  )
}
