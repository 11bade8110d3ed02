import { Text } from '../../client/fields.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import type { Asking } from '../question.tsx'

/** What happened, in the reporter's words; with what is worth telling about this kind of wrongdoing. */
export function What({ draft, set, wrong }: Asking) {
  const { t } = useReading()
  return (
    <>
      {draft.violation && <Notice kind="info">{t.kind.helps[draft.violation]}</Notice>}
      <Text
        id="what"
        label={t.what.title}
        unseen
        lines={12}
        value={draft.what}
        wrong={wrong('what')}
        onText={(what) => set({ what })}
      />
    </>
  )
}

export function When({ draft, set }: Asking) {
  const { when } = useReading().t
  return (
    <>
      <Text
        id="when"
        label={when.when}
        hint={when.whenHint}
        optional
        lines={3}
        value={draft.when}
        onText={(text) => set({ when: text })}
      />
      <Text
        id="where"
        label={when.where}
        hint={when.whereHint}
        optional
        lines={3}
        value={draft.where}
        onText={(where) => set({ where })}
      />
    </>
  )
}

export function Known({ draft, set }: Asking) {
  const { known } = useReading().t
  return (
    <>
      <Text
        id="known"
        label={known.how}
        optional
        lines={5}
        value={draft.known}
        onText={(text) => set({ known: text })}
      />
      <Text
        id="others"
        label={known.others}
        hint={known.othersHint}
        optional
        lines={3}
        value={draft.others}
        onText={(others) => set({ others })}
      />
    </>
  )
}

export function Risk({ draft, set }: Asking) {
  const { risk } = useReading().t
  return (
    <Text
      id="risk"
      label={risk.title}
      unseen
      lines={6}
      value={draft.risk}
      onText={(text) => set({ risk: text })}
    />
  )
}
