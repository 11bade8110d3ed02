import type { ComponentChildren } from 'preact'

/** Picks the text for the language that an example is drawn in. */
export type Say = (arabic: string, english: string) => string

/** The faces of a component, by name: drawn in `/preview`, audited and tested in both languages. */
export type Examples = Readonly<Record<string, (say: Say) => ComponentChildren>>
