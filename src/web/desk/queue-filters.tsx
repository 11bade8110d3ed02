import { CHANNELS, STAGES, TYPES } from '#cases'
import type { Directory } from '#entities'
import { holds, type Officer, scopeIds } from '#people'
import { Filters, Select, useLink, useReader, useWords } from '#ui'
import { coded, named } from '../choices.ts'
import { type Asked, asAddress, isNarrowed } from './queue-address.ts'

interface QueueFiltersProps {
  officer: Officer
  directory: Directory
  asked: Asked
}

/** Only questions that can narrow what this officer sees: nobody of one entity chooses among entities. */
export function QueueFilters({ officer, directory, asked }: QueueFiltersProps) {
  const { desk, cases, common, ui } = useWords()
  const link = useLink()
  const { locale } = useReader()
  const { filters } = desk.queue
  const entities = officer.grants.some(({ scope }) => scope === 'nation' || scope === 'sector')
  const own = scopeIds(officer, 'liaison', 'entity').flatMap((id) => directory.units(id, locale))
  const hidden = { view: asked.view, ...(asked.q && { q: asked.q }), ...(asked.sort && { sort: asked.sort }) }
  return (
    <details class="filters-box" open={isNarrowed(asked)}>
      <summary>{ui.filter}</summary>
      <Filters
        action={link('/desk')}
        hidden={hidden}
        clear={isNarrowed(asked) ? link(asAddress({ view: asked.view })) : undefined}
      >
        <Select
          name="stage"
          label={filters.stage}
          empty={filters.anyStage}
          value={asked.stage}
          options={coded(STAGES, common.stages)}
        />
        <Select
          name="type"
          label={filters.type}
          empty={filters.anyType}
          value={asked.type}
          options={coded(TYPES, common.types)}
        />
        {entities && (
          <Select
            name="entity"
            label={filters.entity}
            empty={filters.anyEntity}
            value={asked.entity}
            options={named(directory.entities(locale), locale)}
          />
        )}
        {own.length > 0 && (
          <Select
            name="unit"
            label={filters.unit}
            empty={filters.anyUnit}
            value={asked.unit}
            options={named(own, locale)}
          />
        )}
        <Select
          name="category"
          label={filters.category}
          empty={filters.anyCategory}
          value={asked.category}
          options={named(directory.categories(locale), locale)}
        />
        <Select
          name="channel"
          label={filters.channel}
          empty={filters.anyChannel}
          value={asked.channel}
          options={coded(CHANNELS, cases.channels)}
        />
        <Select
          name="urgent"
          label={filters.urgency}
          empty={filters.anyUrgency}
          value={asked.urgent}
          options={[{ value: 'true', label: filters.urgent }]}
        />
        {holds(officer, 'handler') && (
          <Select
            name="mine"
            label={filters.whose}
            empty={filters.unitAndMine}
            value={asked.mine}
            options={[{ value: 'true', label: filters.mine }]}
          />
        )}
      </Filters>
    </details>
  )
}
