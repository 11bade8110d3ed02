import type { Directory, Entity } from '#entities'
import { isOnboarding, ONBOARDING } from '#entities'
import { EmptyState, LinkButton, Select, useLink, useReader, useWords } from '#ui'
import type { Locale } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { liaisonsByEntity } from '../liaisons.ts'
import { ListFilters } from '../list-filters.tsx'
import { sectorOptions } from '../options.ts'
import { asked, nameHolds, readerOf } from '../read.ts'
import { type Liaisons, lacksContact, lacksLiaison } from './lacking.ts'
import { EntityTable } from './table.tsx'

interface Query {
  q: string
  stage: string
  sector: string
  state: string
}

export async function listEntities(c: Admin) {
  const directory = await c.var.tools.directory()
  const query = {
    q: asked(c, 'q'),
    stage: asked(c, 'stage'),
    sector: asked(c, 'sector'),
    state: asked(c, 'state'),
  }
  const liaisons = await liaisonsByEntity(c)
  const found = chosen(directory, query, readerOf(c).locale, liaisons)
  return html(c, <Entities c={c} directory={directory} query={query} found={found} liaisons={liaisons} />)
}

const chosen = (
  directory: Directory,
  { q, stage, sector, state }: Query,
  locale: Locale,
  liaisons: Liaisons,
) =>
  directory
    .allEntities(locale)
    .filter(({ name, id }) => nameHolds(name, q) || id === q.trim())
    .filter(({ onboarding }) => !isOnboarding(stage) || onboarding === stage)
    .filter(({ sectorId }) => !sector || sectorId === sector)
    .filter((entity) => STATES[state]?.(entity, liaisons) ?? true)

const STATES: Record<string, (entity: Entity, liaisons: Liaisons) => boolean> = {
  active: ({ active }) => active,
  closed: ({ active }) => !active,
  'no-contact': (entity) => lacksContact(entity),
  'no-liaison': (entity, liaisons) => lacksLiaison(entity, liaisons),
}

interface EntitiesProps {
  c: Admin
  directory: Directory
  query: Query
  found: readonly Entity[]
  liaisons: Liaisons
}

function Entities({ c, directory, query, found, liaisons }: EntitiesProps) {
  const { admin } = useWords()
  const { entities } = admin
  const link = useLink()
  return (
    <AdminPage
      c={c}
      place="entities"
      title={entities.title}
      lead={entities.lead}
      acts={
        <LinkButton href={link('/admin/entities/new')} icon="plus">
          {entities.add}
        </LinkButton>
      }
    >
      <EntityFilters directory={directory} query={query} />
      {found.length === 0 ? (
        <EmptyState icon="building" title={entities.none}>
          <p>{entities.noneHint}</p>
        </EmptyState>
      ) : (
        <EntityTable directory={directory} found={found} liaisons={liaisons} />
      )}
    </AdminPage>
  )
}

function EntityFilters({ directory, query }: { directory: Directory; query: Query }) {
  const { admin } = useWords()
  const { fields, entities } = admin
  const { locale } = useReader()
  const states = [
    { value: 'active', label: fields.active },
    { value: 'closed', label: fields.closed },
    { value: 'no-contact', label: entities.noContact },
    { value: 'no-liaison', label: entities.noLiaison },
  ]
  return (
    <ListFilters at="/admin/entities" query={query} states={states}>
      <Select
        name="stage"
        label={entities.stage}
        empty={entities.anyStage}
        value={query.stage}
        options={ONBOARDING.map((stage) => ({ value: stage, label: entities.stages[stage].name }))}
      />
      <Select
        name="sector"
        label={fields.sector}
        empty={fields.any}
        value={query.sector}
        options={sectorOptions(directory, locale)}
      />
    </ListFilters>
  )
}
