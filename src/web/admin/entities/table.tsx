import type { Directory, Entity } from '#entities'
import { Table, Tag, useLink, useReader, useWords } from '#ui'
import { type Liaisons, lacksContact, lacksLiaison } from './lacking.ts'
import { StageTag } from './stage-tag.tsx'

interface EntityTableProps {
  directory: Directory
  found: readonly Entity[]
  liaisons: Liaisons
}

export function EntityTable({ directory, found, liaisons }: EntityTableProps) {
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
          cell: (entity) => <LiaisonCount entity={entity} liaisons={liaisons} />,
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

function LiaisonCount({ entity, liaisons }: { entity: Entity; liaisons: Liaisons }) {
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
