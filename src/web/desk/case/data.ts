import type { Context } from 'hono'
import {
  type CaseState,
  DRAFTING,
  type EarlierAnswer,
  type EntityLink,
  type FormulaWarning,
  findSimilar,
  judgeReply,
  latestEntityLink,
  type OpenedCase,
  openCase,
  opinionOn,
  type ReplyTemplate,
  repliesOfParts,
  type SimilarCase,
  type StepName,
  similarAnswers,
  templatesForReply,
  type Words,
  watchesCase,
} from '#cases'
import type { Directory } from '#entities'
import type { Suggestion } from '#language'
import { type Officer, staffHolding, staffNames } from '#people'
import type { PromiseBook } from '#promises'
import type { StaffEnv } from '../../base/env.ts'
import type { Attempt } from './attempt.ts'

/** Everything the page of a case shows to one officer. */
export interface CaseData extends OpenedCase {
  officer: Officer
  directory: Directory
  book: PromiseBook
  now: Temporal.Instant
  /** What the resident wrote first. */
  first: Words
  /** The reply as it stands, once there is one. */
  reply: Words | null
  names: ReadonlyMap<string, string>
  /** Whom the case can be given to. */
  handlers: readonly { id: string; name: string }[]
  suggestions: readonly Suggestion[]
  /** The category that the operator's model named, where one is configured. */
  opinion?: string
  similar: readonly SimilarCase[]
  /** How cases like it were answered, for whoever writes the reply. */
  answers: readonly EarlierAnswer[]
  templates: readonly ReplyTemplate[]
  partReplies: Awaited<ReturnType<typeof repliesOfParts>>
  /** The central office acts: the entity has not joined, or is the central office itself. */
  actedFor: boolean
  mayLink: boolean
  link: EntityLink | null
  warnings: readonly FormulaWarning[]
  attempt?: Attempt
  /** The officer hears of what happens to it. */
  watching: boolean
}

export const may = ({ steps }: Pick<OpenedCase, 'steps'>, step: StepName): boolean => steps.includes(step)

/** Whether this officer works at the reply now: submits it, or drafts it. */
export const drafts = ({ state, roles }: Pick<OpenedCase, 'state' | 'roles'>): boolean =>
  state.stage === 'with-entity' && !state.mergedInto && roles.some((role) => DRAFTING.includes(role))

/** Undefined when the case is out of reach or is not there. */
export async function caseData(
  c: Context<StaffEnv>,
  id: string,
  attempt?: Attempt,
): Promise<CaseData | undefined> {
  const { tools, officer } = c.var
  const opened = await openCase(tools, officer, id)
  if (!opened.ok) return undefined
  const found = opened.value
  const [directory, book, now] = [await tools.directory(), await tools.book(), tools.clock.now()]
  const { state } = found
  const first = found.events[0]?.words ?? {}
  const reply = state.repliedAt ? lastReply(found) : null
  const joined = directory.joined(state.entity)
  const central = Boolean(directory.entity(state.entity)?.central)
  const mayLink =
    found.roles.includes('reviewer') && state.stage === 'with-entity' && !joined && !state.mergedInto
  const writes = drafts(found)
  const [names, handlers, suggestions, similar, templates, partReplies, link, warnings] = await Promise.all([
    staffNames(tools.db, assigned(found)),
    may(found, 'assign') && state.entity ? handlersOf(c, directory, state.entity) : [],
    may(found, 'route') ? tools.suggest(`${first.subject ?? ''}\n${first.text ?? ''}`) : [],
    may(found, 'merge') || writes ? similarTo(c, state) : [],
    writes ? templatesForReply(tools, state.entity) : [],
    writes && found.parts.all > 0 ? repliesOfParts(tools.db, state.id) : [],
    mayLink ? latestEntityLink(tools, state.id) : undefined,
    reply && may(found, 'return') ? judgeReply(tools, state, judged(reply, state)) : [],
  ])
  return {
    ...found,
    ...{ officer, directory, book, now, first, reply, names, handlers, suggestions, templates },
    similar: may(found, 'merge') ? similar.slice(0, 5) : [],
    answers: writes ? await similarAnswers(tools.db, officer, similar) : [],
    ...{ partReplies, mayLink, warnings, attempt },
    opinion: may(found, 'route') ? await opinionOn(tools.db, state.id) : undefined,
    watching: await watchesCase(tools, officer, state.id),
    actedFor: !joined || central,
    link: link ?? null,
  }
}

export const lastReply = ({ events }: Pick<OpenedCase, 'events'>): Words | null =>
  events.findLast(({ step }) => step === 'reply')?.words ?? null

const judged = (reply: Words, { outcome }: CaseState) => ({
  ...reply,
  text: reply.text ?? '',
  outcome: outcome ?? undefined,
})

/** Everybody who was ever given the case: the history names them. */
const assigned = ({ events, state }: OpenedCase): string[] =>
  [state.handler, ...events.map(({ facts }) => facts.handler)].filter((id): id is string => Boolean(id))

async function handlersOf(c: Context<StaffEnv>, directory: Directory, entity: string) {
  const { db, clock } = c.var.tools
  const units = directory.units(entity, 'ar').map(({ id }) => id)
  const [ofEntity, ofUnits] = await Promise.all([
    staffHolding(db, 'handler', 'entity', [entity], clock.now()),
    units.length > 0 ? staffHolding(db, 'handler', 'unit', units, clock.now()) : [],
  ])
  return [...new Map([...ofEntity, ...ofUnits].map((each) => [each.id, each])).values()]
}

async function similarTo(c: Context<StaffEnv>, { id }: CaseState): Promise<readonly SimilarCase[]> {
  const found = await findSimilar(c.var.tools, c.var.officer, id)
  return found.ok ? found.value : []
}
