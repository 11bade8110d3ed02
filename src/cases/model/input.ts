import { z } from 'zod'
import { LIMITS } from './limits.ts'

/*
 * What the fields of a step may hold. Messages are keys of the word catalogue, so that the form, the API
 * and the chatbot say the same thing in the reader's language.
 */

export const written = (max: number) =>
  z
    .string({ error: 'required' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1, 'required').max(max, 'too-long'))

/** A field that may be left empty; empty is the same as not given. */
export const maybeWritten = (max: number) =>
  z
    .string({ error: 'must-be-text' })
    .transform((text) => text.trim())
    .pipe(z.string().max(max, 'too-long'))
    .transform((text) => text || undefined)
    .optional()

export const chosen = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: 'choose-one' })

/** An id from a list, unset when the empty choice was made. */
export const maybeChosen = z
  .string({ error: 'choose-one' })
  .max(100, 'choose-one')
  .transform((id) => id || undefined)
  .optional()

export const reason = written(LIMITS.reason)

/** A date typed or picked, `2026-11-30`. */
export const date = z
  .string({ error: 'required' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date')
  .refine(isDate, 'not-a-date')
  .transform((text) => Temporal.PlainDate.from(text))

export const caseId = z.uuid({ error: 'not-a-case' })

function isDate(text: string): boolean {
  try {
    return Boolean(Temporal.PlainDate.from(text))
  } catch {
    return false
  }
}

/**
 * The first complaint about each field, by its path: `{ "points.0.answer": "required" }`. A field that is not
 * known is complained about by its own name.
 */
export const complaints = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.toReversed().flatMap((issue) => {
      const path = issue.path.join('.')
      if (issue.code !== 'unrecognized_keys') return [[path || 'form', asReason(issue.message)]]
      return issue.keys.map((key) => [path ? `${path}.${key}` : key, 'unknown-field'])
    }),
  )

/** What the library says by itself is no key of the catalogue. */
const asReason = (message: string): string =>
  /^[a-z]+(?:-[a-z]+)*$/.test(message) ? message : 'not-understood'
