import type { Directory } from '#entities'
import type { CalendarSummary } from '#promises'
import { useReader, useWords } from '#ui'
import { NameFields, Pick, Text, Tick } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { sectorOptions } from '../options.ts'

interface EntityFieldsProps {
  form: Filled
  directory: Directory
  calendars: readonly CalendarSummary[]
}

/** What is known of an entity, in one form for new and known ones. */
export function EntityFields({ form, directory, calendars }: EntityFieldsProps) {
  const { fields, entities } = useWords().admin
  const { locale } = useReader()
  const named = calendars.map((each) => ({
    value: each.id,
    label: locale === 'ar' ? each.nameAr : each.nameEn,
  }))
  return (
    <>
      <NameFields form={form} />
      <div class="side-by-side">
        <Pick
          form={form}
          name="sector"
          label={fields.sector}
          empty={fields.noSector}
          options={sectorOptions(directory, locale)}
        />
        <Pick form={form} name="calendar" label={entities.calendar} options={named} />
      </div>
      <Text
        form={form}
        name="contactEmail"
        label={entities.contactEmail}
        hint={entities.contactEmailHint}
        optional
        type="email"
        dir="ltr"
      />
      <Text
        form={form}
        name="contactPhone"
        label={entities.contactPhone}
        optional
        type="tel"
        dir="ltr"
        size="medium"
      />
      <Tick form={form} name="active" label={entities.active} hint={entities.activeHint} />
    </>
  )
}
