import { MEASURE_IDS, type OpenedCard, type Share, SMALL } from '#insight'
import { Table, Tag, useReader, useWords } from '#ui'
import { sayCount, sayOver, sayRange, sayShare } from './say.ts'

interface MeasureTableProps {
  card: OpenedCard['card']
  peers: OpenedCard['peers']
}

/** Every measure with its numbers, and its range; a few are marked as few. */
export function MeasureTable({ card, peers }: MeasureTableProps) {
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
        ...(card.over
          ? [
              {
                key: 'over',
                label: said.overMonths(card.over.months),
                number: true,
                cell: ({ id }: (typeof shown)[number]) => card.over && sayOver(reader, card.over.shares[id]),
              },
            ]
          : []),
        ...(peers
          ? [
              {
                key: 'group',
                label: said.group,
                number: true,
                cell: ({ id }: (typeof shown)[number]) => said.inGroup(sayShare(reader, peers.shares[id])),
              },
            ]
          : []),
      ]}
    />
  )
}

function Counted({ share }: { share: Share }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  if (share.n === 0) return null
  return (
    <>
      {sayCount(reader, share)} {share.n < SMALL && <Tag icon="alert">{said.small}</Tag>}
    </>
  )
}
