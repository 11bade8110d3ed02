import { z } from 'zod'

/* What the fields of a step may hold. Messages are keys of the word catalogue. */

export const LIMITS = {
  title: 120,
  cause: 2_000,
  fix: 2_000,
  told: 400,
  announcement: 300,
  reason: 1_000,
} as const

export const written = (max: number) =>
  z
    .string({ error: 'required' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1, 'required').max(max, 'too-long'))

/** Left empty is not given. */
export const maybeWritten = (max: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().max(max, 'too-long'))
    .transform((text) => text || undefined)
    .optional()

/** An id from a list; the empty choice is none. */
export const chosen = z
  .string()
  .max(100, 'choose-one')
  .transform((id) => id || null)
  .optional()

export const id = z.uuid({ error: 'not-found' })

export const date = z
  .string({ error: 'required' })
  .refine(isDate, 'not-a-date')
  .transform((text) => Temporal.PlainDate.from(text))

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Boolean(Temporal.PlainDate.from(text))
  } catch {
    return false
  }
}

/** The first complaint about each field, by its name. */
export const complaints = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues
      .toReversed()
      .map(({ path, message }) => [
        path.join('.') || 'form',
        /^[a-z]+(?:-[a-z]+)*$/.test(message) ? message : 'not-understood',
      ]),
  )
