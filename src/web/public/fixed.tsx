import type { Directory } from '#entities'
import { listPublicProblems, type PublicProblem } from '#problems'
import { EmptyState, Heading, Section, Tag, useReader, useWords } from '#ui'
import { formatDate, inDigits, words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** Below so many, a number may tell who it was. */
const FEW = 5

/** What was fixed because people spoke, and what is known of and being worked on. */
export const fixedPage: Handler = async (c) => {
  const { tools, page } = c.var
  const { locale } = page.reader
  const { fixed: said } = words(locale).problems
  const directory = await tools.directory()
  const found = await listPublicProblems(tools)
  const [now, done] = [found.filter(({ told }) => !told), found.filter(({ told }) => told)]
  return html(
    c,
    <Shell title={said.title} back={`/${locale}`} wide>
      <Heading title={said.title} lead={said.lead} />
      {done.length === 0 && (
        <EmptyState icon="check" title={said.none}>
          <p>
            {said.noneHint} <a href={`/${locale}/new`}>{said.tell}</a>
          </p>
        </EmptyState>
      )}
      {done.map((one) => (
        <Fixed key={one.id} one={one} directory={directory} />
      ))}
      {now.length > 0 && (
        <Section title={said.now}>
          <ul>
            {now.map((one) => (
              <li key={one.id}>
                <a href={`/${locale}/known/${one.id}`}>{one.title[locale]}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shell>,
  )
}

function Fixed({ one, directory }: { one: PublicProblem; directory: Directory }) {
  const { fixed: said } = useWords().problems
  const reader = useReader()
  const { locale } = reader
  const held = one.state === 'held'
  const voices = (count: number) => (count < FEW ? said.few : inDigits(reader, said.voices(count)))
  const facts = [
    directory.entity(one.entity)?.name[locale],
    directory.place(one.place)?.name[locale],
    one.fixedAt && said.on(formatDate(reader, one.fixedAt.subtract({ seconds: 1 }))),
    said.before(voices(one.cases + one.followers - one.since)),
    one.since > 0 && said.since(voices(one.since)),
  ]
  return (
    <article class="section" id={`p-${one.id}`}>
      <h2>{one.title[locale]}</h2>
      <p>{one.told?.[locale]}</p>
      <p class="hint">{facts.filter(Boolean).join(' · ')}</p>
      <p>
        <Tag state={held ? 'on-time' : 'brand'} icon={held ? 'check' : 'clock'}>
          {held ? said.held : said.watching}
        </Tag>
      </p>
    </article>
  )
}
