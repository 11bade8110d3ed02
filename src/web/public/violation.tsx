import { Heading, Notice, Section, useWords } from '#ui'
import { words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** Where the sealed room will be, said honestly, and which routes exist until then. Asks for nothing, keeps nothing. */
export const violationPage: Handler = async (c) => {
  const { locale } = c.var.page.reader
  const { violation } = words(locale).resident
  const { country } = await c.var.tools.directory()
  return html(
    c,
    <Shell title={violation.title} back={`/${locale}`}>
      {c.req.query('erased') !== undefined && <Notice kind="done" title={violation.erased} />}
      <Routes country={country} />
    </Shell>,
  )
}

/** What there is for whoever wants to report wrongdoing, by country. */
export function Routes({ country }: { country: string | null }) {
  const { violation } = useWords().resident
  const { routes } = violation
  const here = country === 'bahrain' || country === 'jordan' ? routes[country] : routes.other
  return (
    <>
      <Heading title={violation.title} lead={violation.lead} />
      <Notice kind="sealed" title={violation.notYet.title}>
        {violation.notYet.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
      <Section title={routes.title}>
        <dl class="pairs">
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
