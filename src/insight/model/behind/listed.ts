/** A line of a list behind a number. What is counted by acts or promises may bring a case more than once. */
export interface Listed {
  caseId: string
  /** When it was; for what is open, the date told to the resident. */
  at: Temporal.Instant
  /** Tells lines of one case apart: the number of the event, or of the promise. */
  nth: number
}

/** Where a page ends, for an address. */
export const writeEnd = ({ caseId, at, nth }: Listed): string =>
  Buffer.from(`${at} ${caseId} ${nth}`).toString('base64url')

/** Undefined for what no list of ours has written. */
export function readEnd(text: string): Listed | undefined {
  const [, at = '', caseId = '', nth] = END.exec(Buffer.from(text, 'base64url').toString()) ?? []
  try {
    return caseId ? { at: Temporal.Instant.from(at), caseId, nth: Number(nth) } : undefined
  } catch {
    return undefined
  }
}

const END = /^(\d{4}-\d\d-\d\dT[\d:.]{5,18}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,6})$/
