import { nextQuestion, TYPES } from '#cases'
import { announced } from '#problems'
import { Actions, CardLinks, Heading, LinkButton, Notice, Section, typeIcon } from '#ui'
import { inDigits, type Reader, words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { isBegun, visit } from '../resident/answers.ts'
import { Shell } from '../resident/shell.tsx'
import { Announced } from './announced.tsx'

/** Known problems that are told to everybody; whoever has another finds it at the end of their journey. */
const MOST_NEWS = 3

/** What Sawt is, what can be said here, how it goes on, and what is promised. */
export const homePage: Handler = async (c) => {
  const { reader } = c.var.page
  const { resident, common, knowledge } = words(reader.locale)
  const { home } = resident
  const here = await visit(c)
  const link = (path: string) => `/${reader.locale}${path}`
  return html(
    c,
    <Shell title={common.tagline} wide>
      <Heading title={home.title} lead={home.lead} />
      <Announced
        announcements={(await announced(c.var.tools)).slice(0, MOST_NEWS)}
        directory={here.directory}
      />
      {here.found && isBegun(here.found) && (
        <Notice title={home.unfinished.title}>
          <p>
            {home.unfinished.text}{' '}
            <a href={link(`/new/${nextQuestion(here.answers)}`)}>{home.unfinished.go}</a>
          </p>
        </Notice>
      )}
      <Actions>
        <LinkButton href={link('/new')}>{home.start}</LinkButton>
        <LinkButton kind="quiet" href={link('/follow')}>
          {home.follow}
        </LinkButton>
        <LinkButton kind="plain" href={link('/chat')}>
          {knowledge.chat}
        </LinkButton>
      </Actions>
      <Section title={home.what}>
        <CardLinks
          links={[...TYPES, 'violation' as const].map((type) => ({
            href: link(type === 'violation' ? '/violation' : `/new?type=${type}`),
            icon: typeIcon(type),
            title: common.types[type],
            text: home.types[type],
          }))}
        />
      </Section>
      <div class="halves">
        <Section title={home.how.title}>
          <ol class="steps">
            {home.how.steps.map(({ title, text }) => (
              <li key={title}>
                <strong>{title}</strong>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </Section>
        <div>
          <Section title={home.promise.title}>
            <ul>
              {home.promise.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <p>
              <a href={link('/about')}>{home.promise.more}</a>
            </p>
          </Section>
          <Times reader={reader} days={await usualDays(c)} />
        </div>
      </div>
    </Shell>,
  )
}

type Days = Record<(typeof TYPES)[number], number>

/** What each type is owed where its subject has no promise of its own. */
async function usualDays(c: Parameters<Handler>[0]): Promise<Days> {
  const book = await c.var.tools.book()
  return Object.fromEntries(TYPES.map((type) => [type, book.promise({ type }).workingDays])) as Days
}

function Times({ reader, days }: { reader: Reader; days: Days }) {
  const { resident, common } = words(reader.locale)
  const { times } = resident.home
  return (
    <Section title={times.title}>
      <dl class="pairs">
        {TYPES.map((type) => (
          <div key={type}>
            <dt>{common.types[type]}</dt>
            <dd>{inDigits(reader, times.within(days[type]))}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{times.note}</p>
    </Section>
  )
}
