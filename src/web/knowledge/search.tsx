import { findArticles, publishedArticles, type WrittenArticle, writingFor } from '#knowledge'
import { askedTerms, excerpt, normalise, searchTerms } from '#language'
import { type Announcement, announced } from '#problems'
import { Actions, Button, EmptyState, Form, Heading, LinkButton, Section, TextField } from '#ui'
import { type Reader, words } from '#words'
import type { Handler } from '../base/env.ts'
import { cleanText } from '../forms/index.ts'
import { Highlighted } from '../highlighted.tsx'
import { html } from '../html.ts'
import { Announced } from '../public/announced.tsx'
import { isOrdinary } from '../resident/journey/subjects.ts'
import { Shell } from '../resident/shell.tsx'

/** Long enough for a question, short enough for an address. */
const LONGEST_QUERY = 200
const MOST_SERVICES = 5

/** Published answers and services for a question in anybody's spelling; all of them without one. */
export const searchPage: Handler = async (c) => {
  const { tools, page } = c.var
  const { reader } = page
  const { knowledge } = words(reader.locale)
  const asked = (c.req.query('q') ?? '').slice(0, LONGEST_QUERY)
  const cleaned = cleanText(asked)
  const query = cleaned.ok ? cleaned.value.trim() : ''
  const found = query ? await findArticles(tools.db, query) : await publishedArticles(tools.db)
  const services = query ? await servicesFor(c, query) : []
  const known = query ? await knownProblems(c, query) : []
  return html(
    c,
    <Shell title={query ? knowledge.found(query) : knowledge.title} back={`/${reader.locale}`}>
      <Heading title={knowledge.title} lead={knowledge.lead} />
      <Form method="get" action={`/${reader.locale}/articles`}>
        <TextField name="q" type="search" label={knowledge.search} value={query} />
        <Button icon="search">{words(reader.locale).common.acts.search}</Button>
      </Form>
      <Announced announcements={known} directory={await tools.directory()} />
      {query && found.length + services.length + known.length === 0 && <Nothing reader={reader} />}
      {found.length > 0 && (
        <Section title={query ? knowledge.articles : knowledge.newest}>
          <ArticleCards articles={found} reader={reader} query={query} />
        </Section>
      )}
      {services.length > 0 && (
        <Section title={knowledge.services}>
          <ul class="cards list">
            {services.map(({ id, name }) => (
              <li key={id}>
                <a class="card" href={`/${reader.locale}/services/${id}`}>
                  <span class="card-words">
                    <span class="card-title">{name[reader.locale]}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>
        <a href={`/${reader.locale}/services`}>{knowledge.catalogue.title}</a>
      </p>
    </Shell>,
  )
}

/** Subjects that the words speak for, and those whose own names hold what was written. */
async function servicesFor(c: Parameters<Handler>[0], query: string) {
  const { tools, page } = c.var
  const directory = await tools.directory()
  const suggested = (await tools.suggest(query))
    .filter(({ because, confidence }) => because.length > 0 && confidence > 0.05)
    .map(({ label }) => directory.category(label))
  const spelt = normalise(query).trim()
  const named = directory
    .categories(page.reader.locale)
    .filter(({ name }) => spelt.length >= 3 && normalise(`${name.ar} ${name.en}`).includes(spelt))
  return [...new Set([...named, ...suggested])].filter(isOrdinary).slice(0, MOST_SERVICES)
}

/** Known problems that the words name, or that are about the subject that they clearly speak of. */
async function knownProblems(c: Parameters<Handler>[0], query: string): Promise<Announcement[]> {
  const wanted = askedTerms(query)
  const [likely] = await c.var.tools.suggest(query)
  const subject = likely && likely.because.length > 0 && likely.confidence > 0.5 ? likely.label : undefined
  return (await announced(c.var.tools)).filter(({ text, category }) => {
    const said = new Set(searchTerms(`${text.ar} ${text.en}`))
    const answered = wanted.filter((group) => group.some((term) => said.has(term)))
    const spokenOf = answered.length > 0 && answered.length >= Math.min(2, wanted.length)
    return spokenOf || (subject !== undefined && subject === category)
  })
}

function Nothing({ reader }: { reader: Reader }) {
  const { knowledge } = words(reader.locale)
  return (
    <EmptyState icon="search" title={knowledge.nothing}>
      <p>{knowledge.nothingNext}</p>
      <Actions>
        <LinkButton kind="quiet" href={`/${reader.locale}/new?type=inquiry`}>
          {knowledge.ask}
        </LinkButton>
        <LinkButton kind="plain" href={`/${reader.locale}/chat`}>
          {knowledge.chat}
        </LinkButton>
      </Actions>
    </EmptyState>
  )
}

/** Answers as cards; of what was looked for the words are marked, and the place in the answer where they stand. */
export function ArticleCards({
  articles,
  reader,
  query = '',
}: {
  articles: readonly WrittenArticle[]
  reader: Reader
  query?: string
}) {
  return (
    <ul class="cards list">
      {articles.map((each) => {
        const { title, answer, in: language } = writingFor(each, reader.locale)
        return (
          <li key={each.id}>
            <a class="card" href={`/${reader.locale}/articles/${each.slug}`}>
              <span class="card-words" lang={language} dir="auto">
                <span class="card-title">
                  <Highlighted pieces={excerpt(title, query, title.length)} />
                </span>
                <span class="card-text">
                  {query ? <Highlighted pieces={excerpt(answer, query, 140)} /> : beginning(answer)}
                </span>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Its first words, cut between two of them. */
const beginning = (text: string): string =>
  text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s\S*$/u, '')}…`
