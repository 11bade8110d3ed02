import { TYPES } from '#cases'
import type { Category, Directory } from '#entities'
import { publishedArticles } from '#knowledge'
import { Details, Heading, LinkButton, Section } from '#ui'
import { inDigits, words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { isOrdinary } from '../resident/journey/subjects.ts'
import { Shell } from '../resident/shell.tsx'
import { ArticleCards } from './search.tsx'

/** Every subject of the country, by sector. */
export const servicesPage: Handler = async (c) => {
  const { locale } = c.var.page.reader
  const { knowledge } = words(locale)
  const { catalogue } = knowledge
  const directory = await c.var.tools.directory()
  return html(
    c,
    <Shell title={catalogue.title} back={`/${locale}/articles`}>
      <Heading title={catalogue.title} lead={catalogue.lead} />
      {bySector(directory, locale).map(({ id, name, categories }) => (
        <Details key={id} title={`${name ?? catalogue.other} (${catalogue.count(categories.length)})`}>
          <ul>
            {categories.map((each) => (
              <li key={each.id}>
                <a href={`/${locale}/services/${each.id}`}>{each.name[locale]}</a>
              </li>
            ))}
          </ul>
        </Details>
      ))}
    </Shell>,
  )
}

function bySector(directory: Directory, locale: 'ar' | 'en') {
  const ordinary = directory.categories(locale).filter(isOrdinary)
  const sectors = directory.sectors(locale).map(({ id, name }) => ({
    id,
    name: name[locale],
    categories: ordinary.filter(({ sectorId }) => sectorId === id),
  }))
  const rest = ordinary.filter(({ sectorId }) => !directory.sector(sectorId))
  return [...sectors, { id: 'other', name: undefined, categories: rest }].filter(
    ({ categories }) => categories.length > 0,
  )
}

/** One subject: who answers, within how many days, what is published about it, and the way to ask. */
export const servicePage: Handler = async (c) => {
  const { reader } = c.var.page
  const { locale } = reader
  const { tools } = c.var
  const { knowledge, common } = words(locale)
  const { catalogue } = knowledge
  const directory = await tools.directory()
  const category = directory.category(c.req.param('id'))
  if (!isOrdinary(category)) return c.notFound()
  const related = await publishedArticles(tools.db, { category: category.id, most: 10 })
  const days = await daysOf(c, category)
  return html(
    c,
    <Shell title={category.name[locale]} back={`/${locale}/services`}>
      <Heading
        title={category.name[locale]}
        lead={`${catalogue.answers}: ${directory.entity(category.entityId)?.name[locale] ?? catalogue.depends}`}
      />
      <Section title={catalogue.promise}>
        <dl class="pairs">
          {days.map(({ type, workingDays }) => (
            <div key={type}>
              <dt>{common.types[type]}</dt>
              <dd>{inDigits(reader, common.workingDays(workingDays))}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {related.length > 0 && (
        <Section title={catalogue.related}>
          <ArticleCards articles={related} reader={reader} />
        </Section>
      )}
      <LinkButton href={`/${locale}/new?category=${category.id}`}>{catalogue.send}</LinkButton>
    </Shell>,
  )
}

/** What is promised for each type, as a case sent now would be told. */
async function daysOf(c: Parameters<Handler>[0], { id, entityId }: Category) {
  const book = await c.var.tools.book()
  return TYPES.map((type) => ({
    type,
    workingDays: book.promise({ type, category: id, entity: entityId }).workingDays,
  }))
}
