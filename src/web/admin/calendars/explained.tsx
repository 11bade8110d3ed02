import { explain } from '#promises'
import { Button, Form, Section, TextField, Time, useLink, useWords } from '#ui'
import { Days } from '../../desk/explain/days.tsx'
import type { KeptCalendar } from './find.ts'

interface ExplainedProps {
  kept: KeptCalendar
  from: Temporal.PlainDate
  /** NaN when it is no number. */
  days: number
  asked: boolean
}

/** Two years: whoever wants to count further has another question. */
const MOST = 260

/** Counts a date with the reader, day by day. */
export function Explained({ kept, from, days, asked }: ExplainedProps) {
  const { calendars, refusals } = useWords().admin
  const link = useLink()
  const fits = days >= 1 && days <= MOST
  const { id } = kept.summary
  return (
    <Section title={calendars.explain} id="explain">
      <p class="hint">{calendars.explainHint}</p>
      <Form method="get" action={`${link(`/admin/calendars/${id}`)}#explain`}>
        <div class="side-by-side">
          <TextField
            name="from"
            label={calendars.explainFrom}
            type="date"
            dir="ltr"
            value={from.toString()}
          />
          <TextField
            name="days"
            label={calendars.explainDays}
            inputMode="numeric"
            dir="ltr"
            value={Number.isNaN(days) ? '' : String(days)}
            error={asked && !fits ? refusals['promise-days-out-of-range'](1, MOST) : undefined}
          />
        </div>
        <Button kind="quiet">{calendars.explainAct}</Button>
      </Form>
      {asked && fits && <Counted kept={kept} from={from} days={days} />}
    </Section>
  )
}

function Counted({ kept: { calendar }, from, days }: Omit<ExplainedProps, 'asked'>) {
  const { calendars } = useWords().admin
  const started = from.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: '10:00' })
  const { days: counted, due } = explain(started, days, calendar)
  return (
    <>
      <p>
        {calendars.explainDue}{' '}
        <strong>
          <Time at={due.toPlainDate()} as="fullDay" />
        </strong>
      </p>
      <Days caption={calendars.explain} days={counted} />
    </>
  )
}
