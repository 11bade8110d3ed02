import type { OpenedProblem } from '#problems'
import { Button, Form, Quote, Reference, Section, Time, useLink, useWords } from '#ui'

/** What people say, without who they are; whoever may can take a case out that is about something else. */
export function Said({ opened: { problem, samples, steps } }: { opened: OpenedProblem }) {
  const { said } = useWords().problems
  const link = useLink()
  if (samples.length === 0) return null
  return (
    <Section title={said.title}>
      <p class="hint">{said.lead}</p>
      {samples.map(({ caseId, at, language, text, reference }) => (
        <div key={caseId} class="said">
          <Quote text={text} lang={language} by={<Time at={at} as="short" />} />
          {reference && (
            <p>
              <a href={link(`/desk/cases/${caseId}`)}>
                {said.open} <Reference number={reference} />
              </a>
            </p>
          )}
          {steps.includes('leave-out') && (
            <Form action={link(`/desk/problems/${problem.id}/leave-out`)} hidden={{ case: caseId }}>
              <Button kind="plain" small>
                {said.out}
                <span class="unseen">: {text.slice(0, 60)}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
    </Section>
  )
}
