import type { Category, Directory } from '#entities'
import { Table, Tag, useLink, useReader, useWords } from '#ui'
import { Narrow } from '../narrow.tsx'

export function CategoryTable({ directory, found }: { directory: Directory; found: readonly Category[] }) {
  const { fields, categories } = useWords().admin
  const { locale } = useReader()
  const link = useLink()
  const count = ({ phrases }: Category) => (phrases.ar?.length ?? 0) + (phrases.en?.length ?? 0)
  return (
    <Table
      caption={categories.title}
      rows={found}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/admin/categories/${id}`)}
      columns={[
        { key: 'name', label: fields.category, header: true, wide: true, cell: ({ name }) => name[locale] },
        {
          key: 'sector',
          label: fields.sector,
          cell: ({ sectorId }) => directory.sector(sectorId)?.name[locale] ?? fields.noSector,
        },
        {
          key: 'owner',
          label: categories.owner,
          cell: ({ entityId }) => (
            <>
              <Narrow label={categories.owner} />
              {directory.entity(entityId) ? (
                <span class="long">{directory.entity(entityId)?.name[locale]}</span>
              ) : (
                <Tag icon="question" state="soon">
                  {categories.depends}
                </Tag>
              )}
            </>
          ),
        },
        { key: 'urgency', label: categories.urgency, cell: (category) => <Urgency category={category} /> },
        { key: 'phrases', label: categories.phrases, cell: (each) => categories.phraseCount(count(each)) },
      ]}
    />
  )
}

function Urgency({ category: { urgency, active } }: { category: Category }) {
  const { fields, categories } = useWords().admin
  if (!active) return <Tag icon="close">{fields.closed}</Tag>
  const word = categories.urgencies[urgency as keyof typeof categories.urgencies] ?? urgency
  if (urgency === 'normal') return <>{word}</>
  return (
    <Tag icon="alert" state="soon">
      {word}
    </Tag>
  )
}
