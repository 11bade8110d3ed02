import type { ComponentChildren } from 'preact'
import type { Directory } from '#entities'
import type { FrozenCard, SizeGroup } from '#insight'
import { Table, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { sayScore, sayScoreRange } from './say.ts'
import { ShareOf } from './share-of.tsx'

interface CardTableProps {
  cards: FrozenCard[]
  directory: Directory
  group?: SizeGroup
}

/** By name, never by rank. */
export function CardTable({ cards, directory, group }: CardTableProps) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const link = useLink()
  const nameOf = ({ entity, name }: FrozenCard) =>
    name ?? directory.entity(entity)?.name[reader.locale] ?? entity
  const shown = ['on-time', 'first-right', 'quality'] as const
  return (
    <Table
      caption={group ? said.groups[group] : said.peopleTitle}
      rows={cards.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), reader.locale))}
      rowKey={({ id }) => id}
      rowHref={({ id }) => link(`/evaluation/cards/${id}`)}
      columns={[
        {
          key: 'name',
          label: group ? said.entity : said.person,
          header: true,
          wide: true,
          cell: (one) => <bdi>{nameOf(one)}</bdi>,
        },
        {
          key: 'answers',
          label: said.answers,
          number: true,
          cell: ({ card }) => <Labelled label={said.answers}>{formatNumber(reader, card.answers)}</Labelled>,
        },
        ...shown.map((id) => ({
          key: id,
          label: said.measures[id],
          number: true,
          cell: ({ card }: FrozenCard) => (
            <Labelled label={said.measures[id]}>
              <ShareOf share={card.shares[id]} id={id} />
            </Labelled>
          ),
        })),
        {
          key: 'score',
          label: said.score,
          number: true,
          cell: ({ card }) => (
            <Labelled label={said.score}>
              {sayScore(reader, card)}
              {card.score && <small class="figure-before">{sayScoreRange(reader, card)}</small>}
              {card.over && <small class="figure-before">{said.notAlone(card.over.months)}</small>}
            </Labelled>
          ),
        },
      ]}
    />
  )
}

/** Named where no head stands above it. */
const Labelled = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <>
    <span class="cell-label soft">{label} </span>
    {children}
  </>
)
