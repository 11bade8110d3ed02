import { Heading, LinkButton, Section } from '#ui'
import { words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** How the promise is kept, and who sees what. */
export const aboutPage: Handler = (c) => {
  const { locale } = c.var.page.reader
  const { about, home } = words(locale).resident
  return html(
    c,
    <Shell title={about.title} back={`/${locale}`}>
      <Heading title={about.title} lead={about.lead} />
      {[about.date, about.review, about.privacy].map(({ title, text }) => (
        <Section key={title} title={title}>
          <ul>
            {text.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ))}
      <LinkButton href={`/${locale}/new`}>{home.start}</LinkButton>
    </Shell>,
  )
}
