import type { ComponentChildren } from 'preact'
import type { Examples } from './example.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './page.tsx'

export interface SummaryRow {
  key: string
  value: ComponentChildren
  /** Where this answer can be changed. */
  change?: string
}

/** Check your answers: what was said, each with a way to change it. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const { common } = useWords()
  return (
    <dl class="summary">
      {rows.map(({ key, value, change }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd class="summary-value">{value}</dd>
          {change && (
            <dd class="summary-change">
              <a href={change}>
                {common.acts.change}
                <span class="unseen"> {key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** Names and what they are: facts of a case. */
export const Facts = ({ facts }: { facts: readonly { name: string; value: ComponentChildren }[] }) => (
  <dl class="facts">
    {facts.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

export interface CardLink {
  href: string
  title: string
  text?: string
  icon?: IconName
}

/** Large targets that each lead somewhere: the five types on the home page. */
export const CardLinks = ({ links }: { links: readonly CardLink[] }) => (
  <ul class="cards">
    {links.map(({ href, title, text, icon }) => (
      <li key={href}>
        <a class="card" href={href}>
          {icon && (
            <span class="card-icon">
              <Icon name={icon} />
            </span>
          )}
          <span class="card-words">
            <span class="card-title">{title}</span>
            {text && <span class="card-text">{text}</span>}
          </span>
          <Icon name="chevron" />
        </a>
      </li>
    ))}
  </ul>
)

/** Nothing here: says so, and what to do next. */
export const EmptyState = ({ icon = 'inbox', title, children }: EmptyStateProps) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {children}
  </div>
)

export interface EmptyStateProps {
  icon?: IconName
  title: string
  /** What to do next: never left out. */
  children: ComponentChildren
}

export const examples: Examples = {
  'check your answers': (say) => (
    <SummaryList
      rows={[
        { key: say('النوع', 'Type'), value: say('شكوى', 'Complaint'), change: '#type' },
        {
          key: say('ماذا حدث', 'What happened'),
          value: say('حفرة عميقة أمام مدرسة البنات منذ أسبوع.', 'A deep hole in front of the girls’ school.'),
          change: '#text',
        },
      ]}
    />
  ),
  facts: (say) => (
    <Facts
      facts={[
        { name: say('الجهة', 'Entity'), value: say('وزارة الأشغال', 'Ministry of Works') },
        { name: say('القناة', 'Channel'), value: say('الموقع', 'Web') },
      ]}
    />
  ),
  'card links': (say) => (
    <CardLinks
      links={[
        {
          href: '#complaint',
          icon: 'message',
          title: say('شكوى', 'Complaint'),
          text: say('شيء لم يتم كما يجب', 'Something was not done as it should be'),
        },
        {
          href: '#suggestion',
          icon: 'bulb',
          title: say('اقتراح', 'Suggestion'),
          text: say('فكرة لخدمة أفضل', 'An idea for a better service'),
        },
      ]}
    />
  ),
  'nothing here': (say) => (
    <EmptyState title={say('لا طلبات لك بعد', 'You have no cases yet')}>
      <a href="#new">{say('قدّم طلبًا جديدًا', 'Send your first')}</a>
    </EmptyState>
  ),
}
