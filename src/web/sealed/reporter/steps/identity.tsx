import { OneOf, Text } from '../../client/fields.tsx'
import { useReading } from '../../client/reading.ts'
import type { Asking } from '../question.tsx'

export function Identity({ draft, roster, set, wrong }: Asking) {
  const { t, locale } = useReading()
  const { identity } = t
  const custodians = roster.custodians
    .map(({ name }) => name[locale])
    .reduce((one, other) => t.both(one, other))
  return (
    <>
      <OneOf
        id="identity"
        label={identity.title}
        unseen
        wrong={wrong('identity')}
        value={draft.identity}
        options={[
          { value: 'stay', label: identity.stay, hint: identity.stayHint },
          { value: 'give', label: identity.give, hint: identity.giveHint },
        ]}
        onChoice={(chosen) => set({ identity: chosen })}
      />
      {draft.identity === 'give' && (
        <div class="choice-more">
          <p class="hint">
            {identity.custodians}: {custodians}
          </p>
          <Text
            id="name"
            label={identity.name}
            value={draft.name}
            wrong={wrong('name')}
            onText={(name) => set({ name })}
          />
          <Text
            id="contact"
            label={identity.contact}
            hint={identity.contactHint}
            optional
            lines={3}
            value={draft.contact}
            onText={(contact) => set({ contact })}
          />
          <Text
            id="remarks"
            label={identity.remarks}
            optional
            lines={3}
            value={draft.remarks}
            onText={(remarks) => set({ remarks })}
          />
        </div>
      )}
    </>
  )
}
