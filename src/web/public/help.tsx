import { Heading, Notice, Section } from '#ui'
import { words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** Where "I lost the number" leads; the order of the catalogue. */
const LOST = 2

export const helpPage: Handler = (c) => {
  const { locale } = c.var.page.reader
  const { help } = words(locale).resident
  return html(
    c,
    <Shell title={help.title} back={`/${locale}`}>
      <Heading title={help.title} lead={help.lead} />
      <Notice kind="warning">
        <p>{help.more}</p>
      </Notice>
      {help.items.map(({ title, text }, index) => (
        <Section key={title} title={title} id={index === LOST ? 'lost' : undefined}>
          <p>{text}</p>
        </Section>
      ))}
    </Shell>,
  )
}
