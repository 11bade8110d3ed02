import type { Statement } from '#cases'
import { Facts, Reference, Time, useReader, useWords } from '#ui'
import { formatDate } from '#words'

/** What a receipt states, as facts. */
export function StatementFacts({ statement, day }: { statement: Statement; day?: string }) {
  const { proof, common, cases } = useWords()
  const reader = useReader()
  const { receipt } = proof
  const at = (moment: string) => <Time at={Temporal.Instant.from(moment)} />
  const answered = statement.moment === 'answered' ? statement : undefined
  const facts = [
    { name: receipt.service, value: <bdi dir="ltr">{statement.service}</bdi> },
    { name: receipt.reference, value: <Reference number={statement.reference} /> },
    { name: receipt.type, value: common.types[statement.type] },
    { name: receipt.submittedAt, value: at(statement.submittedAt) },
    { name: receipt.answerBy, value: at(statement.answerBy) },
    ...(answered
      ? [
          { name: receipt.answeredAt, value: at(answered.answeredAt) },
          { name: receipt.outcome, value: cases.outcomes[answered.outcome] },
        ]
      : []),
    {
      name: receipt.recorded,
      value: day ? receipt.inRecord(formatDate(reader, Temporal.PlainDate.from(day))) : receipt.notYet,
    },
  ]
  return <Facts facts={facts} />
}
