import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import { no, type Yes, yes } from '#kernel'
import type { Files } from '#platform'
import { FORM_TOKEN } from './form-token.ts'
import { type Parts, takeApart } from './multipart.ts'
import { gatherTexts, type PostedForm } from './posted-form.ts'
import type { FormGuard } from './protect-forms.ts'
import { receiveFiles } from './receive-files.ts'
import type { FormRefusal, RefusedForm } from './refusal.ts'

export interface FormLimits {
  /** Where files go; without it the form has none. */
  readonly files?: Files
  readonly maxFiles?: number
  /** Bytes of one file. */
  readonly maxFile?: number
  readonly maxFields?: number
  /** Bytes of one text. */
  readonly maxText?: number
  /** Bytes of all names and texts. */
  readonly maxTexts?: number
  /** For doors that carry no cookie and need no token, such as Open311. */
  readonly unprotected?: boolean
}

/**
 * Reads what a browser posts, urlencoded or multipart.
 *
 * Whatever is sent, it answers with a form or a refusal. A text or file that cannot be taken is named in
 * `refusals` and the rest of the form is kept. Files are taken only behind a good token, so the token
 * stands first in the form; when the form as a whole is refused, none of its files remains.
 */
export async function readForm(c: Context, limits: FormLimits = {}): Promise<Yes<PostedForm> | RefusedForm> {
  const known = { ...USUAL, ...limits }
  const texts = gatherTexts(known)
  const guard = guardOf(c, limits.unprotected)
  const allowed = () => guard.check(texts.fields.find(([name]) => name === FORM_TOKEN)?.[1] ?? '')
  const files = receiveFiles(known, () => allowed().ok)
  const taken = await takeBody(c, known, { field: texts.add, file: files.take })
  const { stored, refusals } = await files.settle()
  const typed = texts.fields.filter(([name]) => name !== FORM_TOKEN)
  const token = allowed()
  const refused = taken.ok ? token : taken
  if (refused.ok) return yes(asForm(typed, stored, [...texts.refusals, ...refusals]))
  await files.forget()
  return { ...refused, typed: token.ok || isOurs(c, token.reason) ? typed : [] }
}

const USUAL = { maxFields: 200, maxFiles: 5, maxText: 200 * 1024, maxTexts: 1024 * 1024 }

/** Bytes that are read, and mostly thrown away, so that somebody who sends a film too many gets our answer. */
const MOST_READ = { withFiles: 200 * 1024 * 1024, without: 16 * 1024 * 1024 }

function guardOf(c: Context, unprotected = false): Pick<FormGuard, 'check'> {
  const guard = c.get('form') as FormGuard | undefined
  if (guard && !unprotected) return guard
  if (!unprotected) throw new Error(`${c.req.path} is not behind protectForms`)
  guard?.check('')
  return { check: () => yes(true) }
}

/** Another site must not put words into a page of ours: they are shown again only where they came from us. */
const isOurs = (c: Context, reason: FormRefusal): boolean =>
  reason === 'form-expired' || c.req.header('sec-fetch-site') === 'same-origin'

async function takeBody(c: Context, limits: FormLimits & typeof USUAL, parts: Parts) {
  const contentType = formType(c.req.header('content-type') ?? '')
  if (!contentType) return no('form-type-unknown')
  const maxParts = limits.maxFields + limits.maxFiles + 20
  const maxBody = limits.files ? MOST_READ.withFiles : MOST_READ.without
  const { body } = c.req.raw
  const bytes = body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
  return takeApart(bytes, contentType, { maxText: limits.maxText, maxParts, maxBody }, parts)
}

/** The type as the parser needs it; undefined when it is not one that forms are sent in. */
function formType(header: string): string | undefined {
  const type = header.split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'multipart/form-data' && header.length < 300) return header
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(header) ?? []
  return type === 'application/x-www-form-urlencoded' && /^utf-?8$/i.test(charset) ? type : undefined
}

const asForm = (
  fields: PostedForm['fields'],
  files: PostedForm['files'],
  refusals: PostedForm['refusals'],
): PostedForm => ({
  fields,
  files,
  refusals,
  text: (name) => fields.find(([found]) => found === name)?.[1] ?? '',
  texts: (name) => fields.filter(([found]) => found === name).map(([, value]) => value),
})
