import { type Formula, MEASURE_IDS, type OpenedCard, type Share, SMALL } from '#insight'
import { Table, Tag, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import { sayCount, sayRange, sayShare } from './say.ts'

interface MeasureTableProps {
  card: OpenedCard['card']
  peers: OpenedCard['peers']
  formula: Formula
}

/** Every measure with its numbers, its range, and its weight in the score; a few are marked as few. */
export function MeasureTable({ card, peers, formula }: MeasureTableProps) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const shown = MEASURE_IDS.map((id) => ({ id, share: card.shares[id] }))
  return (
    <Table
      caption={said.measure}
      rows={shown}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'measure',
          label: said.measure,
          header: true,
          wide: true,
          cell: ({ id }) => (
            <>
              {said.measures[id]}
              <small class="definition soft">{said.means[id]}</small>
            </>
          ),
        },
        { key: 'value', label: said.value, number: true, cell: ({ share }) => sayShare(reader, share) },
        { key: 'n', label: said.columns.n, number: true, cell: ({ share }) => <Counted share={share} /> },
        { key: 'range', label: said.range, number: true, cell: ({ share }) => sayRange(reader, share) },
        ...(peers
          ? [
              {
                key: 'group',
                label: said.group,
                number: true,
                cell: ({ id }: (typeof shown)[number]) => sayShare(reader, peers.shares[id]),
              },
            ]
          : []),
        {
          key: 'weight',
          label: said.weight,
          number: true,
          cell: ({ id }) => formatPercent(reader, (formula.weights[id] ?? 0) / 100),
        },
      ]}
    />
  )
}

function Counted({ share }: { share: Share }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <>
      {sayCount(reader, share)} {share.n > 0 && share.n < SMALL && <Tag icon="alert">{said.small}</Tag>}
    </>
  )
}
