import type { ComponentChildren } from 'preact'
import type { Examples } from '../example.ts'
import { Section } from '../layout/blocks.tsx'

export interface ColumnsProps {
  /** Seen first: beside the matter where there is room, above it on a phone. The promise belongs here. */
  first?: ComponentChildren
  /** What one needs while reading: facts and the next step. Below the matter on a phone. */
  aside: ComponentChildren
  children: ComponentChildren
}

/** The matter, and beside it what one needs while reading. */
export const Columns = ({ first, aside, children }: ColumnsProps) => (
  <div class="columns">
    {first && <div class="column-first">{first}</div>}
    <div class="column-main">{children}</div>
    <div class="column-aside">{aside}</div>
  </div>
)

/** A few numbers at a glance. */
export const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl class="figures">
    {figures.map(({ label, value, state, href }) => (
      <div key={label} class={state}>
        <dt>{href ? <a href={href}>{label}</a> : label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export interface Figure {
  label: string
  value: ComponentChildren
  state?: 'late' | 'soon' | 'on-time'
  href?: string
}

export const examples: Examples = {
  figures: (say) => (
    <Figures
      figures={[
        { label: say('مفتوحة', 'Open'), value: '1,204' },
        { label: say('تقترب مواعيدها', 'Due soon'), value: '86', state: 'soon', href: '#soon' },
        { label: say('متأخرة', 'Late'), value: '12', state: 'late', href: '#late' },
      ]}
    />
  ),
  'columns and a section': (say) => (
    <Columns aside={<p>{say('الموعد والجهة', 'Date and entity')}</p>}>
      <Section title={say('نص الطلب', 'What was asked')}>
        <p>{say('حفرة أمام المدرسة.', 'A hole before the school.')}</p>
      </Section>
    </Columns>
  ),
}
