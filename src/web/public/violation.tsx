import { Actions, Heading, LinkButton, Notice, Section, useWords } from '#ui'
import { words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'
import { sealedAddress } from '../sealed/where.ts'

/** Leads to the sealed room, or says honestly that it is not open; and which other routes exist. Asks for nothing. */
export const violationPage: Handler = async (c) => {
  const { locale } = c.var.page.reader
  const { violation } = words(locale).resident
  const { country } = await c.var.tools.directory()
  const room = await sealedAddress(c.var.tools, locale)
  return html(
    c,
    <Shell title={violation.title} back={`/${locale}`}>
      {c.req.query('erased') !== undefined && <Notice kind="done" title={violation.erased} />}
      <Routes country={country} room={room} />
    </Shell>,
  )
}

/** What there is for whoever wants to report wrongdoing, by country. */
export function Routes({ country, room }: { country: string | null; room: string | undefined }) {
  const { violation } = useWords().resident
  const { routes } = violation
  const said = room ? violation.open : violation.notYet
  const here = country === 'bahrain' || country === 'jordan' ? routes[country] : routes.other
  return (
    <>
      <Heading title={violation.title} lead={violation.lead} />
      <Notice kind="sealed" title={said.title}>
        {said.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {room && (
          <Actions>
            <LinkButton href={room}>{violation.open.go}</LinkButton>
          </Actions>
        )}
      </Notice>
      <Section title={room ? routes.others : routes.title}>
        <dl class="pairs stacked">
          {here.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p class="hint">{routes.note}</p>
      </Section>
      <Section title={violation.careful.title}>
        <p>{violation.careful.text}</p>
      </Section>
    </>
  )
}
