import type { recountsOf } from '#cases'
import type { Directory } from '#entities'
import { Section, Table, Time, useReader, useWords } from '#ui'
import { formatList, formatNumber } from '#words'

export type Recounts = Awaited<ReturnType<typeof recountsOf>>

/** What changes of this calendar moved, for whom, and who was told. No case is named. */
export function Moved({ recounts, directory }: { recounts: Recounts; directory: Directory }) {
  const { calendars: said, fields } = useWords().admin
  const reader = useReader()
  if (recounts.length === 0) return null
  return (
    <Section title={said.moved} id="moved">
      <p class="hint">{said.movedHint}</p>
      <Table
        caption={said.moved}
        rows={recounts}
        rowKey={({ version, entity }) => `${version} ${entity}`}
        columns={[
          {
            key: 'entity',
            label: said.movedWhose,
            header: true,
            wide: true,
            cell: ({ entity }) => directory.entity(entity)?.name[reader.locale] ?? entity,
          },
          { key: 'version', label: fields.version, cell: ({ version }) => formatNumber(reader, version) },
          { key: 'moved', label: said.movedCases, cell: ({ moved }) => formatNumber(reader, moved) },
          {
            key: 'nearest',
            label: said.movedNearest,
            cell: ({ nearest }) => <Time at={nearest} as="date" />,
          },
          {
            key: 'told',
            label: said.movedTold,
            wide: true,
            cell: ({ told }) => (told.length > 0 ? formatList(reader, told) : said.movedNobody),
          },
          { key: 'when', label: fields.when, cell: ({ countedAt }) => <Time at={countedAt} as="date" /> },
        ]}
      />
    </Section>
  )
}
