import { createHmac } from 'node:crypto'

/**
 * The six-digit PIN of a case: its second secret, told once at submission.
 *
 * It follows from the installation's secret and the case, so that it is stored nowhere, a stolen database
 * holds none, and a submission sent twice is told the same one. Six digits are weak alone: looking up is
 * limited per number and per address.
 */
export const pinOf = (secret: Buffer, caseId: string): string => {
  const hash = createHmac('sha256', secret).update('pin\0').update(caseId).digest()
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}
