import type { ComponentChildren } from 'preact'
import { CHANNELS, TYPES } from '#cases'
import type { Directory } from '#entities'
import { type Dashboard, type Period, periodBefore, periodOf, WITHOUT } from '#insight'
import { Filters, Select, useLink, useReader, useWords } from '#ui'
import type { Reader } from '#words'
import { coded, named } from '../choices.ts'
import { sayPeriod } from './say-value.ts'

interface FigureFiltersProps {
  board: Pick<Dashboard, 'asked' | 'period' | 'inSight'>
  directory: Directory
  today: Temporal.PlainDate
  /** Where the questions lead, and what goes along with them. */
  action?: string
  hidden?: Readonly<Record<string, string>>
  /** The same address without filters, besides the period. */
  clear: string
  /** Choices say what they are about, where labels are not shown. */
  unlabelled?: boolean
  /** Questions before the others. */
  children?: ComponentChildren
}

/** What narrows the figures; nobody of one entity chooses among entities. */
export function FigureFilters({
  board: { asked, period, inSight },
  directory,
  today,
  action = '/analysis',
  hidden,
  clear,
  unlabelled = false,
  children,
}: FigureFiltersProps) {
  const { insight, cases, common } = useWords()
  const link = useLink()
  const reader = useReader()
  const { locale } = reader
  const any = (label: string) => (unlabelled ? `${label}: ${insight.all}` : insight.all)
  // Cases without one are a choice of their own, for whoever sees all.
  const without = { value: WITHOUT, label: insight.none }
  const national = inSight ? [] : [without]
  const entities = directory.entities(locale).filter(({ id }) => !inSight || inSight.includes(id))
  const { period: _, ...narrowing } = asked
  const narrowed = Object.values({ ...narrowing, by: undefined }).some(Boolean)
  return (
    <Filters action={link(action)} hidden={hidden} clear={narrowed ? link(clear) : undefined}>
      {children}
      <Select
        name="period"
        label={insight.period}
        value={period.name}
        options={periods(reader, today, period)}
      />
      {entities.length > 1 && (
        <Select
          name="entity"
          label={insight.entity}
          empty={any(insight.entity)}
          value={asked.entity}
          options={[...named(entities, locale), ...national]}
        />
      )}
      {!inSight && (
        <Select
          name="sector"
          label={insight.sector}
          empty={any(insight.sector)}
          value={asked.sector}
          options={[...named(directory.sectors(locale), locale), ...national]}
        />
      )}
      <Select
        name="category"
        label={insight.category}
        empty={any(insight.category)}
        value={asked.category}
        options={[...named(directory.categories(locale), locale), without]}
      />
      <Select
        name="place"
        label={insight.governorate}
        empty={any(insight.governorate)}
        value={asked.place}
        options={[...named(directory.places(null, locale), locale), without]}
      />
      <Select
        name="type"
        label={insight.type}
        empty={any(insight.type)}
        value={asked.type}
        options={coded(TYPES, common.types)}
      />
      <Select
        name="channel"
        label={insight.channel}
        empty={any(insight.channel)}
        value={asked.channel}
        options={coded(CHANNELS, cases.channels)}
      />
    </Filters>
  )
}

/** The last months, quarters and years, and the one that is looked at. */
function periods(reader: Reader, today: Temporal.PlainDate, shown: Period) {
  const lately = (kind: Period['kind'], count: number) => {
    const found = [periodOf(today, kind)]
    while (found.length < count) found.push(periodBefore(found.at(-1) ?? shown))
    return found
  }
  const all = [...lately('month', 13), ...lately('quarter', 5), ...lately('year', 4)]
  const listed = all.some(({ name }) => name === shown.name) ? all : [shown, ...all]
  return listed.map((each) => ({ value: each.name, label: sayPeriod(reader, each) }))
}
