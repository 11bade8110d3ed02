import { z } from 'zod'
import { type CaseType, CHANNELS, type Channel, TYPES } from '../stages.ts'
import { isFormat } from './dates.ts'

/*
 * How the file of another system is read: which column says what, how its dates are written, what its words
 * mean here. docs/operating/import.md explains it by an example.
 */

/** What a case can have come to in another system. `no-answer` is left out: it says that the resident was silent. */
export const IMPORT_OUTCOMES = [
  'solved',
  'explained',
  'refused',
  'cannot-act',
  'transferred',
  'duplicate',
  'withdrawn',
] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** Where a case can stand that comes from elsewhere. */
export const IMPORT_STAGES = ['received', 'with-entity', 'answered', 'closed'] as const
export type ImportStage = (typeof IMPORT_STAGES)[number]

const column = z.string('name a column').min(1, 'name a column')

/** Text from columns: one, several joined, or a fixed one where the columns are empty. */
const written = z.union([
  column.transform((name): Written => ({ columns: [name], join: '\n' })),
  z.array(column).transform((columns): Written => ({ columns, join: '\n' })),
  z
    .strictObject({
      columns: z.array(column).default([]),
      join: z.string().default('\n'),
      otherwise: z.string().optional(),
    })
    .transform((given): Written => given),
])

export interface Written {
  columns: string[]
  join: string
  otherwise?: string | undefined
}

const format = z
  .string()
  .refine(isFormat, 'is no format; write iso or one with yyyy, MM and dd')
  .default('iso')
const moment = z.union([
  column.transform((name): Dated => ({ column: name, format: 'iso', day: undefined })),
  z.strictObject({ column, format, day: z.enum(['start', 'end']).optional() }).transform((it): Dated => it),
])
/** One column, or several of which the first that is filled counts. */
const moments = z.union([moment.transform((one) => [one]), z.array(moment).min(1)])

export interface Dated {
  column: string
  format: string
  /** When a date without a time is: the first or the last second of that day. */
  day?: 'start' | 'end' | undefined
}

/** What the source's words mean; of several lists the first that knows the row's word decides. */
const meaning = <const Options extends readonly [string, ...string[]]>(options: Options) => {
  const option = z.enum(options, `choose one of: ${options.join(', ')}`)
  const list = z.strictObject({
    by: column,
    words: z.record(z.string(), option),
    otherwise: option.optional(),
  })
  return z.union([
    z.strictObject({ always: option }).transform(({ always }) => [{ by: '', words: {}, otherwise: always }]),
    list.transform((one) => [one]),
    z.array(list).min(1),
  ]) as unknown as z.ZodType<Meaning<Options[number]>[]>
}

export interface Meaning<Option extends string> {
  by: string
  /** The whole word, or its beginning followed by `*`, or its end behind one. */
  words: Record<string, Option>
  otherwise?: Option
}

const named = z.record(
  z.string(),
  z.strictObject({ id: z.string().optional(), ar: z.string().optional(), en: z.string().optional() }),
)
export type NamedAs = Record<
  string,
  { id?: string | undefined; ar?: string | undefined; en?: string | undefined }
>

const timeZone = z.string().refine(isZone, 'is no time zone; write one such as Asia/Amman')
const encoding = z.string().refine(isEncoding, 'is no encoding; write utf-8 or windows-1256').default('utf-8')

export const mapping = z.strictObject({
  about: z.string().optional(),
  encoding,
  delimiter: z.string().length(1, 'is one character').default(','),
  timeZone,
  /** The source's own number; `of` makes one from columns where it has none. */
  id: z.union([column, z.strictObject({ of: z.array(column).min(1) })]),
  received: moments,
  routed: moments.optional(),
  due: moments.optional(),
  answered: moments.optional(),
  closed: moments.optional(),
  type: meaning(TYPES),
  channel: meaning(CHANNELS).default([{ by: '', words: {}, otherwise: 'import' }]),
  language: meaning(['ar', 'en']).optional(),
  stage: meaning(IMPORT_STAGES),
  outcome: meaning(IMPORT_OUTCOMES).default([{ by: '', words: {}, otherwise: 'explained' }]),
  entity: written.optional(),
  category: written.optional(),
  subject: written.optional(),
  text: written,
  reply: written.optional(),
  place: written.optional(),
  lat: column.optional(),
  lon: column.optional(),
  requester: z
    .strictObject({ name: column.optional(), phone: column.optional(), email: column.optional() })
    .optional(),
  entities: named.default({}),
  categories: named.default({}),
})

export interface Mapping extends Omit<z.output<typeof mapping>, 'type' | 'channel'> {
  type: Meaning<CaseType>[]
  channel: Meaning<Channel>[]
}

/** What is wrong with a mapping, one line for each place: `due.format: is no format`. */
export const mappingFaults = (error: z.ZodError): string[] => {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, []))
  return [...new Set(faults.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`))]
}

interface Fault {
  path: PropertyKey[]
  message: string
}

/** Where a value may be one of several things, what is wrong with the one that it comes nearest to. */
function faultsOf(issue: z.core.$ZodIssue, within: PropertyKey[]): Fault[] {
  const path = [...within, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path, message: issue.message }]
  const [nearest] = issue.errors
    .map((issues) => issues.flatMap((inner) => faultsOf(inner, path)))
    .filter((faults) => faults.some((fault) => fault.path.length > path.length))
    .sort((a, b) => a.length - b.length)
  return nearest ?? [{ path, message: 'is none of what can stand here; see docs/operating/import.md' }]
}

/** The columns that a mapping speaks of: a file without one of them is not the file that was meant. */
export function columnsOf(mapping: Mapping): string[] {
  const { received, routed = [], due = [], answered = [], closed = [], requester = {} } = mapping
  const {
    type,
    channel,
    language = [],
    stage,
    outcome,
    entity,
    category,
    subject,
    text,
    reply,
    place,
  } = mapping
  const dates = [received, routed, due, answered, closed].flat().map(({ column }) => column)
  const meanings = [type, channel, language, stage, outcome].flat().map(({ by }) => by)
  const texts = [entity, category, subject, text, reply, place].flatMap((it) => it?.columns ?? [])
  const id = typeof mapping.id === 'string' ? [mapping.id] : mapping.id.of
  const others = [mapping.lat, mapping.lon, ...Object.values(requester)].filter((it) => it !== undefined)
  return [...new Set([...id, ...dates, ...meanings, ...texts, ...others])].filter(Boolean)
}

function isZone(name: string): boolean {
  try {
    // An offset would be right only until summer time: see docs/decisions/0003-working-time.md.
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) && !/^[+-]/.test(name)
  } catch {
    return false
  }
}

function isEncoding(name: string): boolean {
  try {
    return Boolean(new TextDecoder(name))
  } catch {
    return false
  }
}
