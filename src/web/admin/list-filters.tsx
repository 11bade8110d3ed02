import type { ComponentChildren } from 'preact'
import { Filters, type Option, Select, TextField, useLink, useWords } from '#ui'

interface ListFiltersProps {
  /** The list's address below the language. */
  at: string
  /** What was asked, by the name of its field; empty where nothing was. */
  query: Readonly<Record<'q' | 'state', string>>
  /** What is searched for, where it is not the usual name. */
  search?: string
  states: readonly Option[]
  /** The questions of this list, between its search and its states. */
  children: ComponentChildren
}

/** What narrows an administrator's list. */
export function ListFilters({ at, query, search, states, children }: ListFiltersProps) {
  const { fields } = useWords().admin
  const here = useLink()(at)
  return (
    <div class="labelled">
      <Filters action={here} clear={Object.values(query).some(Boolean) ? here : undefined}>
        <TextField name="q" label={search ?? fields.search} type="search" value={query.q} />
        {children}
        <Select
          name="state"
          label={fields.state}
          empty={fields.anyState}
          value={query.state}
          options={states}
        />
      </Filters>
    </div>
  )
}
