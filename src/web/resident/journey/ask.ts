import type { VNode } from 'preact'
import type { Answers } from '#cases'
import type { Locale, Words } from '#words'
import type { PostedForm } from '../../forms/index.ts'
import type { Visit } from '../answers.ts'
import { type Trouble, troubleOf } from '../trouble.ts'

export type Fields = Record<string, string>

/** What an answer comes to: something to keep, a page to go to instead, or what was wrong with it. */
export type Outcome =
  | { keep: Answers; go?: string }
  | { go: string; keep?: undefined }
  | { troubles: Trouble[]; keep?: undefined; go?: undefined }

/** One question of the journey, as a page. */
export interface Ask {
  /** What the page and its tab are called. */
  title(asking: Asking): string
  /** How the answer stands in the form when the page is opened again. */
  fields(visit: Visit): Fields
  /** What stands in the form; may look things up. */
  draw(asking: Asking): VNode | Promise<VNode>
  read(form: PostedForm, asking: Asking): Outcome | Promise<Outcome>
  /** Takes files. */
  files?: boolean
}

/** A visit with the form as it stands: what was typed last, and what was wrong with it. */
export interface Asking extends Visit {
  locale: Locale
  words: Words
  t: Words['resident']
  value(name: string): string
  trouble(name: string): string | undefined
  /** Beside what the form says, for looking up what belongs to it. */
  troubles: readonly Trouble[]
}

export const asking = (visit: Visit, words: Words, fields: Fields, troubles: readonly Trouble[]): Asking => ({
  ...visit,
  locale: visit.c.var.page.reader.locale,
  words,
  t: words.resident,
  value: (name) => fields[name] ?? '',
  trouble: (name) => troubleOf(troubles, name),
  troubles,
})
