import type { Tools as CaseTools } from '#cases'

/** What the verbs of articles work with. */
export type Tools = Pick<CaseTools, 'db' | 'clock' | 'directory'>
