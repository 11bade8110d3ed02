import type { NotTried, Outcome } from './books.ts'
import { clockJumps } from './clock-jumps.ts'
import { diskFull } from './disk-full.ts'
import { flushFails } from './flush-fails.ts'
import { killApplication } from './kill-application.ts'
import { killDatabase } from './kill-database.ts'
import { killWorkers, twoWorkers } from './kill-workers.ts'
import { mailDown } from './mail-down.ts'
import { oneIntention } from './one-intention.ts'
import type { Bench, Origin } from './place.ts'

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
  /** How often the disk does not flush. */
  flushes: number
  /** Steps in which an hour without mail server passes. */
  mailSteps: number
  /** Answers that must be heard after each jump of the clock. */
  afterJump: number
}

export const FULL: Measure = {
  ...{ application: 200, database: 50, worker: 50, intentions: 20, together: 20 },
  ...{ full: [3, 3, 3, 3, 45], flushes: 10, mailSteps: 12, afterJump: 60 },
}

export const SHORT: Measure = {
  ...{ application: 2, database: 2, worker: 2, intentions: 2, together: 3 },
  ...{ full: [2], flushes: 1, mailSteps: 3, afterJump: 10 },
}

export type Fault = (bench: Bench, measure: Measure) => Promise<Outcome | NotTried>

/** By the name under which one may be chosen. */
export const FAULTS: Record<string, Fault> = {
  application: (bench, { application }) => killApplication(bench, application),
  database: (bench, { database }) => killDatabase(bench, database),
  worker: (bench, { worker }) => killWorkers(bench, worker),
  workers: (bench, { together }) => twoWorkers(bench, together),
  intention: (bench, { intentions }) => oneIntention(bench, intentions),
  mail: (bench, { mailSteps }) => mailDown(bench, mailSteps),
  disk: (bench, { full }) => diskFull(bench, full),
  flush: (bench, { flushes }) => flushFails(bench, flushes),
  clock: (bench, { afterJump }) => clockJumps(bench, process.env.FAKETIME_PATH || undefined, afterJump),
}

/** Tries one fault and ends whatever it began, the last first. */
export async function strike(fault: Fault, measure: Measure, origin: Origin): Promise<Outcome | NotTried> {
  const begun: (() => unknown)[] = []
  try {
    return await fault({ origin, after: (end) => begun.unshift(end) }, measure)
  } finally {
    for (const end of begun) await end()
  }
}
