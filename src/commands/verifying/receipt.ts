import { readFileSync } from 'node:fs'
import {
  type Checked,
  checkReceipt,
  type ProofTools,
  publicKeys,
  publishedKeys,
  type ReceiptFault,
  receiptAgainstRecord,
} from '#cases'
import { formatReference } from '#kernel'
import type { Say } from '../command.ts'

/** Checks a receipt with the published keys, and then against what the database holds of its case. */
export async function checkReceiptFile(
  tools: ProofTools,
  file: string,
  { print, complain }: Say,
): Promise<number> {
  let text: string
  try {
    text = readFileSync(file, 'latin1')
    // A PDF is bytes; everything else that holds a receipt is UTF-8.
    if (!text.startsWith('%PDF')) text = readFileSync(file, 'utf8')
  } catch (error) {
    complain(`${file} cannot be read: ${(error as Error).message}`)
    return 2
  }
  const keys = publicKeys(await publishedKeys(tools.db))
  const checked = checkReceipt(text, keys)
  if (!checked.ok) {
    complain(`Not genuine: ${REFUSED[checked.reason]}`)
    return 1
  }
  for (const line of told(checked.value)) print(line)
  const held = await receiptAgainstRecord(tools.db, checked.value.statement)
  ;(held === 'as-stated' ? print : complain)(HELD[held])
  return held === 'as-stated' ? 0 : 1
}

function told({ statement, words, answer, head }: Checked): string[] {
  const lines = [
    `Genuine: signed by ${statement.service} with the key ${statement.key}.`,
    `  number      ${formatReference(statement.reference)} (${statement.type})`,
    `  submitted   ${statement.submittedAt}`,
    `  answer by   ${statement.answerBy}`,
  ]
  if (statement.moment === 'answered')
    lines.push(`  answered    ${statement.answeredAt} (${statement.outcome})`)
  if (words !== undefined) lines.push('  The words in it are those that were submitted.')
  if (answer !== undefined) lines.push('  The answer in it is the one that was given.')
  lines.push(
    head
      ? `  It is in the record that was signed on ${head.day}, of ${head.size} events.`
      : '  It brings no proof that it is in the record: download it again after the next day has begun.',
  )
  return lines
}

const REFUSED: Record<ReceiptFault, string> = {
  'not-a-receipt': 'this is no receipt of Sawt, or a part of it is missing.',
  'unknown-key': 'it was not signed with any key of this service.',
  'wrong-signature': 'it was changed after it was signed.',
  'words-differ': 'the words in it are not those that were submitted.',
  'answer-differs': 'the answer in it is not the one that was given.',
  'head-forged': 'the head of the record in it was not signed by this service.',
  'not-in-record': 'the event is not in the record that it points to.',
}

const HELD = {
  'as-stated': 'The database holds the event exactly as the receipt states it.',
  unknown: 'BUT the database has no such event: what the receipt proves was removed from it.',
  changed: 'BUT the event in the database is not the one that was signed: it was changed since.',
}
