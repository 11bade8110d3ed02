import { z } from 'zod'
import type { Language, Officer } from '#people'

export const ARTICLE_STATES = ['draft', 'published', 'withdrawn'] as const
export type ArticleState = (typeof ARTICLE_STATES)[number]

/** What one language of an article says. */
export interface Writing {
  title: string
  /** The answer in a few sentences: what the chatbot says. */
  answer: string
  /** The whole, as paragraphs, headings and lists; may be empty. */
  body: string
}

/** One version of an article. */
export interface ArticleVersion extends Record<Language, Writing> {
  version: number
  /** How people ask for it, one a line, in both languages and in dialect. Searched, never shown. */
  asked: string
  writtenBy: string | null
  writtenAt: Temporal.Instant
}

export interface Article {
  id: string
  /** Its address; never changes. */
  slug: string
  state: ArticleState
  /** Who answers for it; null is the central office. */
  entity: string | null
  category: string | null
  /** The last version written, and the one residents see. */
  version: number
  published: number | null
  /** On this day somebody looks whether it still holds. */
  reviewOn: Temporal.PlainDate
  fromCase: string | null
  changedAt: Temporal.Instant
  publishedAt: Temporal.Instant | null
}

export const ARTICLE_LIMITS = { title: 150, answer: 700, body: 20_000, asked: 4_000 } as const

/** Months until a published article is looked at again. */
export const REVIEW_AFTER = { months: 6 }

const text = (max: number) =>
  z
    .string({ error: 'must-be-text' })
    .transform((given) => given.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max, 'too-long'))
    .default('')

const writing = z.strictObject({
  title: text(ARTICLE_LIMITS.title),
  answer: text(ARTICLE_LIMITS.answer),
  body: text(ARTICLE_LIMITS.body),
})

const chosen = z
  .string()
  .max(100, 'choose-one')
  .transform((id) => id || null)
  .nullable()
  .default(null)

/** What is written of an article. One language may wait for its translation; none is half there. */
export const articleInput = z
  .strictObject({
    ar: writing.default({ title: '', answer: '', body: '' }),
    en: writing.default({ title: '', answer: '', body: '' }),
    asked: text(ARTICLE_LIMITS.asked),
    entity: chosen,
    category: chosen,
    reviewOn: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date')
      .refine(isDate, 'not-a-date')
      .transform((day) => Temporal.PlainDate.from(day))
      .optional(),
  })
  .superRefine((given, context) => {
    const used = (['ar', 'en'] as const).filter((language) => isBegun(given[language]))
    for (const language of used.length > 0 ? used : (['ar'] as const))
      for (const part of ['title', 'answer'] as const)
        if (!given[language][part])
          context.addIssue({ code: 'custom', path: [language, part], message: 'required' })
  })

export type ArticleInput = z.output<typeof articleInput>

const isBegun = ({ title, answer, body }: Writing): boolean => Boolean(title || answer || body)

/** What an article says to a reader of one language, and in which language that is: its own, or the only one there is. */
export function writingFor(
  version: Record<Language, Writing>,
  language: Language,
): Writing & { in: Language } {
  const found = isBegun(version[language]) ? language : language === 'ar' ? 'en' : 'ar'
  return { ...version[found], in: found }
}

/** The languages an article is still missing in. */
export const missingLanguages = (version: Record<Language, Writing>): Language[] =>
  (['ar', 'en'] as const).filter((language) => !isBegun(version[language]))

/** Whose articles somebody writes: the central office all, a liaison those of their entity. */
export function articleScope({ grants }: Pick<Officer, 'grants'>): readonly string[] | 'all' {
  if (grants.some(({ role }) => role === 'reviewer' || role === 'releaser')) return 'all'
  return grants.flatMap(({ role, scopeId }) => (role === 'liaison' && scopeId ? [scopeId] : []))
}

export const mayWriteArticles = (officer: Pick<Officer, 'grants'>): boolean =>
  articleScope(officer).length > 0

export const coversArticle = (officer: Pick<Officer, 'grants'>, entity: string | null): boolean => {
  const scope = articleScope(officer)
  return scope === 'all' || (entity !== null && scope.includes(entity))
}

/** The central office publishes and withdraws: what the service tells everybody has passed two desks. */
export const mayPublish = ({ grants }: Pick<Officer, 'grants'>): boolean =>
  grants.some(({ role }) => role === 'reviewer' || role === 'releaser')

function isDate(day: string): boolean {
  try {
    return Boolean(Temporal.PlainDate.from(day))
  } catch {
    return false
  }
}
