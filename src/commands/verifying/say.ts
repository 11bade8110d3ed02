import type { Fault, Verified } from '#cases'
import { formatReference } from '#kernel'

/** A fault as a sentence: what, and where. */
export function sayFault(fault: Fault): string {
  switch (fault.what) {
    case 'event-changed':
      return `${of(fault)} was changed after it was sealed.`
    case 'event-missing':
      return `${of(fault)} was deleted.`
    case 'event-added':
      return `${of(fault)} was inserted among events that were sealed without it.`
    case 'event-moved':
      return `${of(fault)} was moved to another place in the order of events.`
    case 'words-changed':
      return `The words of ${of(fault, 'step')} were changed.`
    case 'words-missing':
      return `The words of ${of(fault, 'step')} were deleted.`
    case 'words-added':
      return `${of(fault)} was written without words and has some now.`
    case 'subject-changed':
      return `The subject in ${of(fault, 'step')} is not the one in its words.`
    case 'case-out-of-step':
      return `The row of ${caseName(fault)} says that it has ${fault.seq} steps; its history has more or fewer.`
    case 'batch-changed':
      return `Batch ${fault.number} of the chain was changed, or does not follow from the one before it.`
    case 'batch-missing':
      return `Batch ${fault.number} of the chain was deleted.`
    case 'node-wrong':
      return `A stored hash of the tree (level ${fault.level}, number ${fault.index}) was changed or deleted.`
    case 'cursor-ahead':
      return 'Events were sealed beyond the end of the chain: its last batches were cut off.'
    default:
      return sayHeadFault(fault)
  }
}

type HeadFault = Extract<Fault, { day: string }> | Extract<Fault, { what: 'key-broken' }>

function sayHeadFault(fault: HeadFault): string {
  switch (fault.what) {
    case 'key-broken':
      return `The record of signing key ${fault.number} is not signed as it should be.`
    case 'head-forged':
      return `${head(fault)} is not genuine: no key of this service signed it.`
    case 'head-unlinked':
      return `${head(fault)} does not follow from the one before it.`
    case 'head-missing':
      return `${head(fault)} was published and is not in the database any more.`
    case 'head-replaced':
      return `${head(fault)} was published with another text than the database has.`
    case 'record-short':
      return `${head(fault)} was signed over ${fault.size} events; there are fewer: the end was cut off.`
    case 'record-rewritten':
      return `${head(fault)} was signed over other events than the first ${fault.size} of now: history was rewritten.`
  }
}

const of = (fault: { seq: number; caseId: string; reference?: string }, step = 'Step') =>
  `${step} ${fault.seq} of ${caseName(fault)}`

const caseName = ({ caseId, reference }: { caseId: string; reference?: string }) =>
  reference ? `case ${formatReference(reference)}` : `the case with the id ${caseId}, which is gone`

const head = ({ day, from }: { day: string; from?: string }) =>
  `The head of ${day}${from ? ` in ${from}` : ''}`

/** The last line: what was held against what. */
export function sum(found: Verified, witnesses: number, seconds: number): string {
  const verdict = found.faults.length === 0 ? 'In order' : `${found.faults.length + found.more} faults`
  const rate = Math.round(found.events / Math.max(seconds, 0.001))
  return (
    `${verdict}: ${found.events} events in ${found.batches} batches, ${found.heads} heads, ` +
    `${witnesses} heads from outside the database; ${found.unsealed} events wait to be sealed ` +
    `(${seconds.toFixed(1)} s, ${rate} events a second).`
  )
}
