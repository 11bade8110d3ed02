import { MEASURE_IDS, type MeasureId, type OpenedCard, type Share, SMALL } from '#insight'
import { Nothing, Table, Tag, useLink, useReader, useWords } from '#ui'
import { onCardAddress } from './address.ts'
import { sayCount, sayRange, sayShare } from './say.ts'
import { ShareOf } from './share-of.tsx'

interface MeasureTableProps {
  /** Of the card, where its numbers lead to the cases they counted. */
  opens?: string
  card: OpenedCard['card']
  peers: OpenedCard['peers']
}

/** Every measure with its numbers, and its range; a few are marked as few. */
export function MeasureTable({ opens, card, peers }: MeasureTableProps) {
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
        { key: 'value', label: said.value, number: true, cell: ({ share }) => <Value share={share} /> },
        {
          key: 'n',
          label: said.columns.n,
          number: true,
          cell: ({ id, share }) => <Counted share={share} id={id} opens={opens} />,
        },
        { key: 'range', label: said.range, number: true, cell: ({ share }) => sayRange(reader, share) },
        ...(card.over
          ? [
              {
                key: 'over',
                label: said.overMonths(card.over.months),
                number: true,
                cell: ({ id }: (typeof shown)[number]) => card.over && <Over {...card.over} id={id} />,
              },
            ]
          : []),
        ...(peers
          ? [
              {
                key: 'group',
                label: said.group,
                number: true,
                cell: ({ id }: (typeof shown)[number]) =>
                  peers.shares[id].n === 0 ? <Nothing /> : said.inGroup(sayShare(reader, peers.shares[id])),
              },
            ]
          : []),
      ]}
    />
  )
}

const Value = ({ share }: { share: Share }) => (share.n === 0 ? <Nothing /> : sayShare(useReader(), share))

function Counted({ share, id, opens }: { share: Share; id: MeasureId; opens?: string }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const link = useLink()
  if (share.n === 0) return null
  const count = sayCount(reader, share, id)
  return (
    <>
      {opens ? <a href={link(onCardAddress(opens, id))}>{count}</a> : count}{' '}
      {share.n < SMALL && <Tag icon="alert">{said.small}</Tag>}
    </>
  )
}

/** Named where no head stands above it. */
function Over({ months, shares, id }: NonNullable<OpenedCard['card']['over']> & { id: MeasureId }) {
  const { evaluation: said } = useWords()
  if (shares[id].n === 0) return null
  return (
    <>
      <span class="cell-label soft">{said.overMonths(months)} </span>
      <ShareOf share={shares[id]} id={id} />
    </>
  )
}
