import type { VNode } from 'preact'
import { type DraftedReply, REPLY_OUTCOMES } from '#cases'
import { Radios, TextArea, useWords } from '#ui'
import type { fieldsOf } from '../attempt.ts'

/** What the reply comes to; a refusal asks for its ground, and "cannot act" for who can. */
export function Outcome({ field, start }: { field: ReturnType<typeof fieldsOf>; start: DraftedReply }) {
  const { desk, cases } = useWords()
  const { reply } = desk
  const more: Partial<Record<string, VNode>> = {
    refused: (
      <TextArea
        {...field('legalGround', start.legalGround)}
        label={reply.legalGround}
        hint={reply.legalGroundHint}
        rows={2}
      />
    ),
    'cannot-act': (
      <TextArea
        {...field('otherRemedy', start.otherRemedy)}
        label={reply.otherRemedy}
        hint={reply.otherRemedyHint}
        rows={2}
      />
    ),
  }
  return (
    <Radios
      {...field('outcome', start.outcome)}
      label={reply.outcome}
      choices={REPLY_OUTCOMES.map((value) => ({
        value,
        label: cases.outcomes[value],
        hint: reply.outcomes[value],
        more: more[value],
      }))}
    />
  )
}
