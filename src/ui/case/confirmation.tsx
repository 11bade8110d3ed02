import type { ComponentChildren } from 'preact'
import { formatReference } from '#kernel'
import { formatDay, formatHijri, type When } from '#words'
import type { Examples } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'

export interface ConfirmationProps {
  title: string
  number: string
  /** Six digits, shown once. Not given to those who are signed in. */
  pin?: string
  answerBy: When
  children?: ComponentChildren
}

/** What the resident takes away: the number, the PIN and the day of the answer. */
export function Confirmation({ title, number, pin, answerBy, children }: ConfirmationProps) {
  const reader = useReader()
  const { ui } = useWords()
  return (
    <section class="confirmation">
      <h1>
        <Icon name="check" />
        {title}
      </h1>
      <dl>
        <div class="confirmation-date">
          <dt>{ui.answerBy}</dt>
          <dd>
            {formatDay(reader, answerBy)}
            {reader.hijri && <small>{formatHijri(reader, answerBy)}</small>}
          </dd>
        </div>
        <div>
          <dt>{ui.caseNumber}</dt>
          <dd>
            <bdi dir="ltr">{formatReference(number)}</bdi>
          </dd>
        </div>
        {pin && (
          <div>
            <dt>{ui.pin}</dt>
            <dd>
              <bdi dir="ltr">{`${pin.slice(0, 3)} ${pin.slice(3)}`}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {children && <div class="confirmation-next">{children}</div>}
    </section>
  )
}

export const examples: Examples = {
  'for a guest': (say) => (
    <Confirmation
      title={say('وصلنا طلبك', 'We have your case')}
      number="26483190274"
      pin="402917"
      answerBy={Temporal.PlainDate.from('2026-11-26')}
    >
      <p>{say('صوّر هذه الصفحة أو اطبعها.', 'Take a picture of this page or print it.')}</p>
    </Confirmation>
  ),
}
