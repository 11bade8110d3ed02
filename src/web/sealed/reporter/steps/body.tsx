import { useState } from 'preact/hooks'
import { OneOf, Text, Ticked } from '../../client/fields.tsx'
import { useReading } from '../../client/reading.ts'
import { NOT_LISTED } from '../draft.ts'
import type { Asking } from '../question.tsx'

/** So many are shown at once; typing brings the others. */
const SHOWN = 8

export function Body({ draft, roster, set, wrong }: Asking) {
  const { t, locale } = useReading()
  const [sought, setSought] = useState('')
  const all = roster.bodies.map(({ id, name }) => ({
    value: id,
    label: name[locale],
    both: `${name.ar} ${name.en}`,
  }))
  const found = all.filter(({ both }) => plain(both).includes(plain(sought)))
  const shown = found.filter(({ value }, at) => at < SHOWN || value === draft.body)
  const chosen = all.filter(({ value }) => value === draft.body && !shown.some((one) => one.value === value))
  const options = [...chosen, ...shown, { value: NOT_LISTED, label: t.body.none, both: '' }]
  return (
    <>
      <Text id="search" label={t.body.search} value={sought} onText={setSought} />
      <p class="hint" role="status">
        {t.body.found(found.length)}
      </p>
      <OneOf
        id="body"
        label={t.body.title}
        unseen
        wrong={wrong('body')}
        value={draft.body}
        options={options.map(({ value, label }) => ({ value, label }))}
        onChoice={(body) => set({ body })}
      />
      {draft.body === NOT_LISTED && (
        <Text
          id="body-name"
          label={t.body.name}
          value={draft.bodyName}
          wrong={wrong('body-name')}
          onText={(bodyName) => set({ bodyName })}
        />
      )}
      <Ticked
        id="unit"
        label={t.body.unit}
        hint={t.body.unitHint}
        checked={draft.aboutUnit}
        onTick={(aboutUnit) => set({ aboutUnit })}
      />
    </>
  )
}

/** Found however it is typed: without marks, and with letters that people exchange. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .trim()
