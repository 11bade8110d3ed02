import { FieldGroup, useWords } from '#ui'
import { Text } from '../fields.tsx'
import type { Filled } from '../filled.ts'
import { WEEKDAYS } from './hours.ts'

/** A week's hours, a line a day, Sunday first. */
export function WeekFields({ form }: { form: Filled }) {
  const { calendars } = useWords().admin
  return (
    <FieldGroup name="day-7" label={calendars.hours} hint={calendars.dayHint}>
      <div class="week-fields">
        {WEEKDAYS.map((weekday) => (
          <Text
            key={weekday}
            form={form}
            name={`day-${weekday}`}
            label={calendars.weekdays[weekday]}
            dir="ltr"
            size="medium"
            spellcheck={false}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Why a calendar changes: without it the next version is not written. */
export function ReasonField({ form }: { form: Filled }) {
  const { calendars, fields } = useWords().admin
  return <Text form={form} name="reason" label={fields.reason} hint={calendars.reasonHint} />
}
