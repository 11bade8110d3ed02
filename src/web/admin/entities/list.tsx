import type { Directory, Entity } from '#entities'
import { isOnboarding, ONBOARDING } from '#entities'
import {
  EmptyState,
  Filters,
  LinkButton,
  Select,
  Table,
  Tag,
  TextField,
  useLink,
  useReader,
  useWords,
} from '#ui'
import type { Locale } from '#words'
import { html } from '../../html.ts'
import { AdminPage } from '../admin-page.tsx'
import type { Admin } from '../form-page.ts'
import { liaisonsByEntity } from '../liaisons.ts'
import { sectorOptions } from '../options.ts'
import { asked, nameHolds, readerOf } from '../read.ts'
import { StageTag } from './stage-tag.tsx'

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

type Liaisons = ReadonlyMap<string, number>

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

/** The central office must be able to write to whoever does not work in Sawt itself. */
export const lacksContact = ({ active, onboarding, contactEmail, contactPhone }: Entity): boolean =>
  active && onboarding !== 'joined' && !contactEmail && !contactPhone

export const lacksLiaison = ({ id, active, central, onboarding }: Entity, liaisons: Liaisons): boolean =>
  active && !central && onboarding === 'joined' && !liaisons.get(id)

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
  const link = useLink()
  const { locale } = useReader()
  const here = link('/admin/entities')
  const filtered = Object.values(query).some(Boolean)
  const states = [
    { value: 'active', label: fields.active },
    { value: 'closed', label: fields.closed },
    { value: 'no-contact', label: entities.noContact },
    { value: 'no-liaison', label: entities.noLiaison },
  ]
  return (
    <div class="labelled">
      <Filters action={here} clear={filtered ? here : undefined}>
        <TextField name="q" label={fields.search} type="search" value={query.q} />
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

function EntityTable({ directory, found, liaisons }: Omit<EntitiesProps, 'c' | 'query'>) {
  const { admin } = useWords()
  const { fields, entities } = admin
  const { locale } = useReader()
  const link = useLink()
  return (
    <Table
      caption={entities.title}
      rows={found}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/admin/entities/${id}`)}
      columns={[
        { key: 'name', label: fields.entity, header: true, wide: true, cell: ({ name }) => name[locale] },
        { key: 'stage', label: entities.stage, cell: (entity) => <StageTag entity={entity} /> },
        {
          key: 'sector',
          label: fields.sector,
          cell: ({ sectorId }) => directory.sector(sectorId)?.name[locale] ?? fields.noSector,
        },
        { key: 'contact', label: entities.contact, cell: (entity) => <Contact entity={entity} /> },
        {
          key: 'liaisons',
          label: entities.liaisons,
          cell: (entity) => <Liaisons entity={entity} liaisons={liaisons} />,
        },
      ]}
    />
  )
}

function Contact({ entity }: { entity: Entity }) {
  const { entities } = useWords().admin
  const { contactEmail, contactPhone } = entity
  if (lacksContact(entity))
    return (
      <Tag icon="alert" state="soon">
        {entities.noContact}
      </Tag>
    )
  return (
    <bdi class="address" dir="ltr">
      {contactEmail ?? contactPhone ?? '–'}
    </bdi>
  )
}

function Liaisons({ entity, liaisons }: { entity: Entity; liaisons: Liaisons }) {
  const { entities } = useWords().admin
  const count = liaisons.get(entity.id) ?? 0
  if (lacksLiaison(entity, liaisons))
    return (
      <Tag icon="alert" state="soon">
        {entities.liaisonCount(0)}
      </Tag>
    )
  return <>{count > 0 ? entities.liaisonCount(count) : '–'}</>
}
