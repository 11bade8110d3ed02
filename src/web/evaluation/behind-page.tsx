import type { Directory } from '#entities'
import type { CasesOnCard, OnCard } from '#insight'
import type { Officer } from '#people'
import { EmptyState, Heading, Pagination, Table, Tabs, Time, useLink, useReader, useWords } from '#ui'
import { formatMonth, formatNumber } from '#words'
import { useCaseColumns } from '../desk/case-columns.tsx'
import type { Line } from '../desk/queue-lines.ts'
import { DeskPage } from '../desk/shell.tsx'
import { onCardAddress } from './address.ts'

type CountedLine = Line & { at: Temporal.Instant; yes: boolean | null; nth: number }

interface BehindCardPageProps {
  officer: Officer
  found: CasesOnCard
  lines: readonly CountedLine[]
  directory: Directory
}

/** The cases that a number of a card counts, as they were counted when it was frozen. */
export function BehindCardPage({ officer, found, lines, directory }: BehindCardPageProps) {
  const { evaluation: said, behind } = useWords()
  const reader = useReader()
  const link = useLink()
  const { card, what, only, next } = found
  const title = useNameOf(what)
  const entity = directory.entity(card.entity)?.name[reader.locale] ?? card.entity
  const whose = [card.name, entity, formatMonth(reader, card.month)].filter(Boolean).join(' · ')
  const sides = said.onCard.sides[what as keyof typeof said.onCard.sides]
  return (
    <DeskPage officer={officer} title={title} place="evaluation" back={link(`/evaluation/cards/${card.id}`)}>
      <Heading above={<bdi>{whose}</bdi>} title={title} lead={<Lead found={found} />} />
      {sides && (
        <Tabs
          label={title}
          tabs={[undefined, 'yes' as const, 'no' as const].map((each) => ({
            href: link(onCardAddress(card.id, what, { only: each })),
            label: each ? sides[each] : said.onCard.all,
            current: each === only,
          }))}
        />
      )}
      {lines.length > 0 ? (
        <Lines lines={lines} directory={directory} what={what} caption={title} sides={sides} />
      ) : (
        <EmptyState icon="inbox" title={behind.empty}>
          <a href={link(`/evaluation/cards/${card.id}`)}>{said.onCard.back}</a>
        </EmptyState>
      )}
      <Pagination
        next={next ? link(onCardAddress(card.id, what, { only, from: String(next) })) : undefined}
      />
    </DeskPage>
  )
}

function useNameOf(what: OnCard): string {
  const { evaluation: said } = useWords()
  if (what === 'answers' || what === 'praise' || what === 'held') return said[what]
  return said.measures[what]
}

/** How many, of what, and what is not listed of them. */
function Lead({ found: { card, what, n, right, elsewhere } }: { found: CasesOnCard }) {
  const { evaluation: said, behind } = useWords()
  const reader = useReader()
  const number = (value: number) => formatNumber(reader, value)
  const judged = what in said.onCard.sides
  const unlisted = frozenCount(card, what) - n
  return (
    <>
      <strong>{judged ? said.of(number(right), number(n)) : number(n)}</strong>
      {what in said.means && <> · {said.means[what as keyof typeof said.means]}</>}
      {unlisted > 0 && <> {said.onCard.unlisted(number(unlisted), unlisted)}</>}
      {elsewhere > 0 && <> {behind.elsewhere(number(elsewhere), elsewhere)}</>}
    </>
  )
}

function frozenCount({ card }: CasesOnCard['card'], what: OnCard): number {
  if (what === 'answers' || what === 'praise') return card[what]
  return what === 'held' ? card.held.n : card.shares[what].n
}

interface LinesProps extends Pick<BehindCardPageProps, 'lines' | 'directory'> {
  what: OnCard
  caption: string
  sides: { yes: string; no: string } | undefined
}

function Lines({ lines, directory, what, caption, sides }: LinesProps) {
  const { evaluation: said, behind } = useWords()
  const link = useLink()
  const { subject, who, stage } = useCaseColumns(directory)
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ id, nth }) => `${id} ${nth}`}
      rowHref={({ id }) => link(`/desk/cases/${id}`)}
      columns={[
        {
          key: 'at',
          label: what === 'promises' ? behind.when.promised : behind.when.done,
          cell: ({ at }) => <Time at={at} as={what === 'promises' ? 'date' : 'short'} />,
        },
        subject,
        ...(sides
          ? [
              {
                key: 'yes',
                label: said.onCard.counted,
                cell: ({ yes }: CountedLine) => sides[yes ? 'yes' : 'no'],
              },
            ]
          : []),
        who,
        stage,
      ]}
    />
  )
}
