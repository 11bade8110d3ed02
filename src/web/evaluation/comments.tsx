import { COMMENT_LIMIT, type OpenedCard } from '#insight'
import { Button, Form, Quote, Section, TextArea, Time, useLink, useReader, useWords } from '#ui'
import { formatNumber } from '#words'
import type { Refused } from './card.tsx'

/** What the rated say, beside the version that they said it to; for the rated, room to say it. */
export function Comments({ found, refused }: { found: OpenedCard; refused: Refused | undefined }) {
  const link = useLink()
  const { evaluation: said } = useWords()
  const reader = useReader()
  return (
    <Section title={said.comments} id="comments">
      {found.comments.length === 0 && <p class="soft">{said.noComments}</p>}
      {found.comments.map(({ by, at, said: text, version }) => (
        <Quote
          key={`${at}${by}`}
          text={text}
          by={
            <>
              <bdi>{by}</bdi> · <Time at={at} as="date" /> · {said.saidTo(formatNumber(reader, version))}
            </>
          }
        />
      ))}
      {found.mayComment && (
        <Form action={link(`/evaluation/cards/${found.id}`)}>
          <TextArea
            name="said"
            label={said.comment}
            hint={said.commentHint}
            rows={4}
            limit={COMMENT_LIMIT}
            value={refused?.said}
            error={refused?.why}
          />
          <Button kind="quiet">{said.saveComment}</Button>
        </Form>
      )}
    </Section>
  )
}
