import type { VNode } from 'preact'
import type { Say } from '#ui'

/** Whole pages to look at, by name. */
export type Samples = Readonly<Record<string, (say: Say) => VNode>>
