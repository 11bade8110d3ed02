import type { ComponentChildren } from 'preact'
import { formatNumber } from '#words'
import type { Examples } from '../example.ts'
import { Button } from '../forms/button.tsx'
import { Select } from '../forms/select.tsx'
import { Icon } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'

export interface FiltersProps {
  action: string
  /** Where the same list stands unfiltered; shown when something is filtered. */
  clear?: string
  hidden?: Readonly<Record<string, string>>
  children: ComponentChildren
}

/** Questions that narrow a list. A plain form by GET: the address can be kept and shared. */
export function Filters({ action, clear, hidden = {}, children }: FiltersProps) {
  const { ui } = useWords()
  return (
    <search>
      <form class="filters" action={action} method="get">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div class="filters-act">
          <Button kind="quiet" small>
            {ui.filter}
          </Button>
          {clear && <a href={clear}>{ui.clearFilters}</a>}
        </div>
      </form>
    </search>
  )
}

export interface PaginationProps {
  /** Lists are walked by cursor: there is a next page or there is none, never a number of pages. */
  next?: string
  previous?: string
  first?: string
  /** What this page shows, "1–50". */
  children?: ComponentChildren
}

export function Pagination({ next, previous, first, children }: PaginationProps) {
  const { ui } = useWords()
  if (!next && !previous && !first && !children) return null
  return (
    <nav class="pagination" aria-label={ui.pages}>
      {first && <a href={first}>{ui.first}</a>}
      {previous && (
        <a href={previous} rel="prev">
          <Icon name="arrow" back />
          {ui.previous}
        </a>
      )}
      {children && <span>{children}</span>}
      {next && (
        <a href={next} rel="next">
          {ui.next}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  )
}

export interface Tab {
  href: string
  label: string
  count?: number
  current?: boolean
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const reader = useReader()
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="tab-list">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{formatNumber(reader, tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export const examples: Examples = {
  filters: (say) => (
    <Filters action="#" clear="#all">
      <Select
        name="stage"
        label={say('المرحلة', 'Stage')}
        empty={say('كل المراحل', 'Any stage')}
        options={[{ value: 'received', label: say('وصل', 'Received') }]}
      />
    </Filters>
  ),
  'in the middle of a list': () => (
    <Pagination previous="#before" next="#after">
      51–100
    </Pagination>
  ),
  tabs: (say) => (
    <Tabs
      label={say('القوائم', 'Lists')}
      tabs={[
        { href: '#mine', label: say('لي', 'Mine'), count: 12, current: true },
        { href: '#unit', label: say('وحدتي', 'My unit'), count: 140 },
        { href: '#late', label: say('متأخرة', 'Late'), count: 3 },
      ]}
    />
  ),
}
