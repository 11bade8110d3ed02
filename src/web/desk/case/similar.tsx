import { newId } from '#kernel'
import { Button, Form, Reference, Section, StageTag, useLink, useReader, useWords } from '#ui'
import { formatPercent } from '#words'
import type { CaseData } from './data.ts'

/** Cases that may be about the same thing: one tap merges this one into an open one. */
export function Similar({ data: { similar, state } }: { data: CaseData }) {
  const { desk } = useWords()
  const link = useLink()
  const reader = useReader()
  if (similar.length === 0) return null
  return (
    <Section title={desk.similar.title}>
      <p class="hint">{desk.similar.lead}</p>
      <ul class="related">
        {similar.map(({ id, reference, subject, stage, likeness }) => (
          <li key={id}>
            <span class="cluster">
              <Reference number={reference} href={link(`/desk/cases/${id}`)} />
              <StageTag stage={stage} />
              <small class="soft">{desk.similar.likeness(formatPercent(reader, likeness))}</small>
            </span>
            <bdi class="line">{subject}</bdi>
            {FOLLOWABLE.includes(stage) && (
              <Form action={link(`/desk/cases/${state.id}/merge`)} hidden={{ key: newId(), into: reference }}>
                <Button kind="plain" small>
                  {desk.similar.merge}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const FOLLOWABLE: readonly string[] = ['received', 'with-entity', 'awaiting-resident', 'replied', 'verified']
