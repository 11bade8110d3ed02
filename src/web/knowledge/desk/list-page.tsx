import type { Directory } from '#entities'
import { type listArticles, missingLanguages, writingFor } from '#knowledge'
import type { Officer } from '#people'
import { EmptyState, Heading, LinkButton, Notice, Table, Tag, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import { DeskPage } from '../../desk/shell.tsx'

type Listed = Awaited<ReturnType<typeof listArticles>>[number]

interface ArticlesPageProps {
  officer: Officer
  articles: readonly Listed[]
  directory: Directory
  today: Temporal.PlainDate
  done?: string
}

export function ArticlesPage({ officer, articles, directory, today, done }: ArticlesPageProps) {
  const { knowledge } = useWords()
  const { desk: said } = knowledge
  const reader = useReader()
  const link = useLink()
  return (
    <DeskPage officer={officer} title={said.title} place="articles">
      <Heading
        title={said.title}
        lead={said.lead}
        acts={
          <LinkButton href={link('/desk/articles/new')} icon="plus" small>
            {said.add}
          </LinkButton>
        }
      />
      {done && <Notice kind="done" title={said.after.kept} />}
      {articles.length === 0 ? (
        <EmptyState icon="file" title={said.none}>
          <a href={link('/desk/articles/new')}>{said.add}</a>
        </EmptyState>
      ) : (
        <Table
          caption={said.title}
          rows={articles}
          rowKey={({ id }) => id}
          rowHref={({ id }) => link(`/desk/articles/${id}`)}
          columns={[
            {
              key: 'name',
              label: said.name,
              header: true,
              wide: true,
              cell: (each) => <bdi>{writingFor(each, reader.locale).title}</bdi>,
            },
            { key: 'state', label: said.state, cell: (each) => <State article={each} today={today} /> },
            {
              key: 'owner',
              label: said.owner,
              cell: ({ entity }) => directory.entity(entity)?.name[reader.locale] ?? said.central,
            },
            {
              key: 'review',
              label: said.reviewOn,
              named: true,
              cell: ({ reviewOn }) => <Time at={reviewOn} as="date" />,
            },
            {
              key: 'votes',
              label: said.votes,
              number: true,
              named: true,
              cell: ({ helpful, unhelpful }) => (
                <bdi>{`${formatNumber(reader, helpful)} / ${formatNumber(reader, unhelpful)}`}</bdi>
              ),
            },
          ]}
        />
      )}
    </DeskPage>
  )
}

function State({ article, today }: { article: Listed; today: Temporal.PlainDate }) {
  const { desk: said } = useWords().knowledge
  const due = article.state !== 'withdrawn' && Temporal.PlainDate.compare(article.reviewOn, today) <= 0
  const newer = article.state === 'published' && article.published !== article.version
  return (
    <span class="cluster">
      <Tag state={article.state === 'published' ? 'on-time' : 'done'}>{said.states[article.state]}</Tag>
      {due && <Tag state="soon">{said.due}</Tag>}
      {newer && <Tag>{said.newer}</Tag>}
      {missingLanguages(article).length > 0 && <Tag>{said.translate}</Tag>}
    </span>
  )
}
