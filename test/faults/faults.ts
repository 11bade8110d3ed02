import type { Ends } from '../kit/real-sawt.ts'
import type { NotTried, Outcome } from './books.ts'
import { clockJumps } from './clock-jumps.ts'
import { diskFull } from './disk-full.ts'
import { killApplication } from './kill-application.ts'
import { killDatabase } from './kill-database.ts'
import { killWorkers, twoWorkers } from './kill-workers.ts'
import { mailDown } from './mail-down.ts'
import { oneIntention } from './one-intention.ts'

/** How often each fault strikes. */
export interface Measure {
  application: number
  database: number
  worker: number
  /** Keys, each used by fifty clicks at once. */
  intentions: number
  /** Seconds in which two workers work side by side. */
  together: number
  /** Seconds that the disk stays full, each time. */
  full: readonly number[]
  /** Steps in which an hour without mail server passes. */
  mailSteps: number
  /** Answers that must be heard after each jump of the clock. */
  afterJump: number
}

export const FULL: Measure = {
  ...{ application: 200, database: 50, worker: 50, intentions: 20, together: 20 },
  ...{ full: [3, 3, 3, 3, 45], mailSteps: 12, afterJump: 60 },
}

export const SHORT: Measure = {
  ...{ application: 2, database: 2, worker: 2, intentions: 2, together: 3 },
  ...{ full: [2], mailSteps: 3, afterJump: 10 },
}

export type Fault = (ends: Ends, measure: Measure) => Promise<Outcome | NotTried>

/** By the name under which one may be chosen. */
export const FAULTS: Record<string, Fault> = {
  application: (ends, { application }) => killApplication(ends, application),
  database: (ends, { database }) => killDatabase(ends, database),
  worker: (ends, { worker }) => killWorkers(ends, worker),
  workers: (ends, { together }) => twoWorkers(ends, together),
  intention: (ends, { intentions }) => oneIntention(ends, intentions),
  mail: (ends, { mailSteps }) => mailDown(ends, mailSteps),
  disk: (ends, { full }) => diskFull(ends, full),
  clock: (ends, { afterJump }) => clockJumps(ends, process.env.FAKETIME_PATH || undefined, afterJump),
}

/** Tries one fault and ends whatever it began, the last first. */
export async function strike(fault: Fault, measure: Measure): Promise<Outcome | NotTried> {
  const begun: (() => unknown)[] = []
  try {
    return await fault({ after: (end) => begun.unshift(end) }, measure)
  } finally {
    for (const end of begun) await end()
  }
}
