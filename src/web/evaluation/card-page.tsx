import type { Directory } from '#entities'
import { type OnCard, type OpenedCard, opensCard } from '#insight'
import type { Officer } from '#people'
import {
  ErrorSummary,
  Figures,
  Heading,
  LinkButton,
  Notice,
  Section,
  Tabs,
  useLink,
  useReader,
  useWords,
} from '#ui'
import { formatMonth, formatNumber, formatPercent } from '#words'
import { DeskPage } from '../desk/shell.tsx'
import { onCardAddress } from './address.ts'
import type { Refused } from './card.tsx'
import { Comments } from './comments.tsx'
import { How } from './how.tsx'
import { MeasureTable } from './measure-table.tsx'
import { asked, sayDays, sayScore, sayScoreRange } from './say.ts'
import { VersionLine } from './versions.tsx'

interface CardPageProps {
  officer: Officer
  found: OpenedCard
  directory: Directory
  refused?: Refused
  done?: string
}

/** The card of an entity or a person: what was counted, from what, how sure, and what the rated say to it. */
export function CardPage({ officer, found, directory, refused, done }: CardPageProps) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const link = useLink()
  const entity = directory.entity(found.entity)?.name[reader.locale] ?? found.entity
  const title = found.name ?? entity
  const opens = opensCard(officer, found)
  const group = found.group && `${said.groups[found.group]} · `
  return (
    <DeskPage
      officer={officer}
      title={title}
      place="evaluation"
      back={link(`/evaluation${asked(found)}`)}
      wrong={refused !== undefined}
    >
      <ErrorSummary errors={refused ? [{ field: 'said', text: refused.why }] : []} />
      {done === 'comment' && <Notice kind="done" title={said.done.comment} />}
      <Heading
        above={formatMonth(reader, found.month)}
        title={<bdi>{title}</bdi>}
        lead={
          <>
            {found.name ? `${entity} · ` : group}
            <VersionLine version={found.frozen} />
          </>
        }
      />
      {found.versions.length > 1 && (
        <Tabs
          label={said.versions}
          tabs={found.versions.map(({ id, version }) => ({
            href: link(`/evaluation/cards/${id}`),
            label: said.version(formatNumber(reader, version)),
            current: id === found.id,
          }))}
        />
      )}
      <Numbers found={found} opens={opens} />
      <Section title={said.measuresTitle}>
        {opens && <p class="soft">{said.onCard.hint}</p>}
        <MeasureTable opens={opens ? found.id : undefined} card={found.card} peers={found.peers} />
        {found.group && (
          <p class="soft">{found.peers ? said.groupOf(found.peers.entities) : said.groupNone}</p>
        )}
      </Section>
      <Take found={found} />
      <How formula={found.frozen.formula} />
      <div class="measure">
        <Comments found={found} refused={refused} />
      </div>
    </DeskPage>
  )
}

/** As a paper. What is about a person goes through the code. */
function Take({ found }: Pick<CardPageProps, 'found'>) {
  const { evaluation: said } = useWords()
  const link = useLink()
  if (found.name)
    return (
      <p>
        <LinkButton href={link(`/evaluation/people${asked(found)}`)} kind="quiet" icon="lock">
          {said.takePeople}
        </LinkButton>
      </p>
    )
  return (
    <nav class="exports" aria-label={said.takeCard}>
      <span>{said.takeCard}</span>
      <a href={link(`/evaluation/cards/${found.id}/pdf`)}>{said.pdf}</a>
    </nav>
  )
}

function Numbers({ found: { id, card, frozen }, opens }: Pick<CardPageProps, 'found'> & { opens: boolean }) {
  const { evaluation: said } = useWords()
  const reader = useReader()
  const { held, answers, praise, shares } = card
  const rated = answers > 0 ? said.response(formatPercent(reader, shares.satisfied.n / answers)) : ''
  const days = (value: number) => sayDays(reader, value)
  const link = useLink()
  const leads = (what: OnCard, n: number) => (opens && n > 0 ? link(onCardAddress(id, what)) : undefined)
  return (
    <>
      <Figures
        figures={[
          {
            label: said.score,
            value: (
              <>
                {sayScore(reader, card)}
                {card.score && <small class="figure-before">{sayScoreRange(reader, card)}</small>}
                {card.over && <small class="figure-before">{said.notAlone(card.over.months)}</small>}
              </>
            ),
          },
          {
            label: said.answers,
            href: leads('answers', answers),
            value: (
              <>
                {formatNumber(reader, answers)}
                <small class="figure-before">{rated}</small>
              </>
            ),
          },
          {
            label: said.held,
            href: leads('held', held.n),
            value: (
              <>
                {held.value === null ? said.none : days(held.value)}
                {held.low !== null && held.high !== null && (
                  <small class="figure-before">{said.from(days(held.low), days(held.high))}</small>
                )}
              </>
            ),
          },
          { label: said.praise, href: leads('praise', praise), value: formatNumber(reader, praise) },
        ]}
      />
      {!card.score && <p class="soft">{said.noScoreHint(frozen.formula.leastReviewed)}</p>}
      <p class="soft">{said.heldHint}</p>
      {card.over && <p class="soft">{said.overHint(card.over.months)}</p>}
      {card.imported && <p class="soft">{said.imported(card.imported.answers, card.imported.dates)}</p>}
    </>
  )
}
