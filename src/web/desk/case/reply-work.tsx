import { Section, useWords } from '#ui'
import { type CaseData, drafts, may } from './data.ts'
import { ReplyComposer } from './forms/reply.tsx'

/** Where the reply is written: by whoever submits it, or as a draft by whoever works on the case. */
export function ReplyWork({ data, main }: { data: CaseData; main: boolean }) {
  const { desk, cases } = useWords()
  if (!drafts(data)) return null
  const submits = may(data, 'reply')
  const open = main || data.attempt?.step === 'reply' || (!submits && data.parts.open === 0)
  return (
    <Section title={submits ? cases.steps.reply : desk.reply.draftTitle} id="reply">
      {data.parts.open > 0 ? (
        <p class="hint">{cases.refusals['parts-are-open']}</p>
      ) : open ? (
        <ReplyComposer data={data} submits={submits} main={main || !submits} />
      ) : (
        <details class="step">
          <summary>{desk.reply.openComposer}</summary>
          <ReplyComposer data={data} submits={submits} main={false} />
        </details>
      )}
    </Section>
  )
}
