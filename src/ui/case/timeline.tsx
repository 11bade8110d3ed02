import type { ComponentChildren } from 'preact'
import type { When } from '#words'
import type { Examples } from '../example.ts'
import { Icon, type IconName } from '../icon.tsx'
import { Time } from '../time.tsx'

export interface TimelineItem {
  key?: string
  title: ComponentChildren
  at: When
  /** Who did it, in which role. */
  by?: ComponentChildren
  icon?: IconName
  /** `now`: where the case stands. `late`: a promise was broken here. `ahead`: has not happened yet. */
  mark?: 'now' | 'late' | 'ahead'
  /** What was said: a reply, a reason, a question. */
  children?: ComponentChildren
}

/** What happened, in the order given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map((item, index) => (
        <li key={item.key ?? index} class={item.mark}>
          <span class="timeline-dot">
            <Icon name={item.icon ?? 'check'} />
          </span>
          <div class="timeline-body">
            <p class="timeline-title">{item.title}</p>
            <p class="timeline-when">
              <Time at={item.at} />
              {item.by && <> · {item.by}</>}
            </p>
            {item.children && <div class="timeline-said">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const at = (text: string) => Temporal.Instant.from(text)

export const examples: Examples = {
  'a case under way': (say) => (
    <Timeline
      items={[
        {
          title: say('تدرس الجهة طلبك', 'The entity is working on your case'),
          at: at('2026-11-19T09:40:00Z'),
          by: say('وزارة الأشغال', 'Ministry of Works'),
          icon: 'clock',
          mark: 'now',
        },
        {
          title: say('سألتك الجهة وأجبت', 'The entity asked and you answered'),
          at: at('2026-11-18T07:05:00Z'),
          icon: 'message',
          children: (
            <p dir="auto">
              {say('الحفرة أمام بوابة المدرسة الشمالية.', 'The hole is before the north gate.')}
            </p>
          ),
        },
        {
          title: say('وصل طلبك', 'We received your case'),
          at: at('2026-11-16T18:20:00Z'),
          icon: 'inbox',
        },
      ]}
    />
  ),
}
