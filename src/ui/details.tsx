import type { ComponentChildren } from 'preact'
import type { Examples } from './example.ts'
import { Icon } from './icon.tsx'

export interface DetailsProps {
  title: ComponentChildren
  open?: boolean
  children: ComponentChildren
}

/** More for those who want it. Works without script. */
export const Details = ({ title, open, children }: DetailsProps) => (
  <details class="details" open={open}>
    <summary>
      <Icon name="chevron" />
      <span>{title}</span>
    </summary>
    <div class="details-body">{children}</div>
  </details>
)

export const examples: Examples = {
  closed: (say) => (
    <Details title={say('ما هو الرمز السري؟', 'What is the PIN?')}>
      <p>{say('ستة أرقام تظهر عند إرسال الطلب.', 'Six digits shown when the case is sent.')}</p>
    </Details>
  ),
  open: (say) => (
    <Details title={say('من يرى اسمي؟', 'Who sees my name?')} open>
      <p>{say('الجهة التي تعالج طلبك فقط.', 'Only the entity that works on your case.')}</p>
    </Details>
  ),
}
