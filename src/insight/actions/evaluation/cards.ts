import { isId, no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import type { Card, MeasureId, Share } from '../../model/evaluation/measures.ts'
import { firstOf } from '../../model/evaluation/month.ts'
import {
  mayComment,
  mayFreeze,
  reachOf,
  reviewsQuality,
  seesEvaluation,
} from '../../model/evaluation/reach.ts'
import { poolShares } from '../../model/evaluation/score.ts'
import { LEAST_IN_GROUP } from '../../model/evaluation/size-group.ts'
import * as store from '../../store/evaluation/cards.ts'
import { monthsFrozen, type Version, versionsOf } from '../../store/evaluation/versions.ts'
import type { EvaluationTools } from './freeze.ts'

/** A month's version with the cards of it that somebody may see. */
export interface Evaluation {
  months: Temporal.PlainDate[]
  /** All versions of the month, the first one first; empty when none was frozen yet. */
  versions: Version[]
  version: Version | undefined
  entities: store.FrozenCard[]
  people: store.FrozenCard[]
  mayFreeze: boolean
  reviewsQuality: boolean
}

const MOST_MONTHS = 24

/**
 * The cards of a month within an officer's reach; of the newest month and version unless others are asked for.
 *
 * @param given `month` as `2026-09` and `version` as a number, as an address says them
 * @returns `not-found` for whoever sees no evaluation, and for a month or version that was not frozen
 */
export async function evaluation(
  { db, directory: load }: EvaluationTools,
  officer: Officer,
  given: { month?: string; version?: string },
): Promise<Result<Evaluation, 'not-found'>> {
  if (!seesEvaluation(officer)) return no('not-found')
  const months = await monthsFrozen(db, MOST_MONTHS)
  const month = given.month ? firstOf(given.month) : months[0]
  const versions = month ? await versionsOf(db, month) : []
  const version = given.version
    ? versions.find((each) => String(each.version) === given.version)
    : versions.at(-1)
  if (!version && (given.month || given.version)) return no('not-found')
  const reach = reachOf(officer, await load())
  const [entities, people] = version
    ? await Promise.all([
        store.cardsOf(db, reach, version, 'entities'),
        store.cardsOf(db, reach, version, 'people'),
      ])
    : [[], []]
  return yes({
    ...{ months, versions, version, entities, people },
    mayFreeze: mayFreeze(officer),
    reviewsQuality: reviewsQuality(officer),
  })
}

/** A card on a page of its own. */
export interface OpenedCard extends store.FrozenCard {
  frozen: Version
  /** The same month in other versions, and this one. */
  versions: { id: string; version: number }[]
  comments: store.Comment[]
  mayComment: boolean
  /** What the others of the group come to together; undefined when they are too few. */
  group: store.FrozenCard['group']
  peers: { entities: number; shares: Record<MeasureId, Share> } | undefined
}

/** One card, of an entity or a person. Out of reach and unknown are one answer. */
export async function openCard(
  { db, directory: load }: EvaluationTools,
  officer: Officer,
  id: string,
): Promise<Result<OpenedCard, 'not-found'>> {
  if (!isId(id)) return no('not-found')
  const found = await store.findCard(db, reachOf(officer, await load()), id)
  if (!found) return no('not-found')
  const [versions, same, comments, others] = await Promise.all([
    versionsOf(db, found.month),
    store.sameInOthers(db, found),
    store.commentsOn(db, found),
    found.group ? store.groupOf(db, found) : [],
  ])
  const frozen = versions.find(({ version }) => version === found.version)
  if (!frozen) throw new Error(`Card ${id} is of no version: the schema forbids it`)
  return yes({
    ...{ ...found, frozen, versions: same, comments },
    mayComment: mayComment(officer, found),
    peers: peersOf(others),
  })
}

function peersOf(others: readonly Card[]): OpenedCard['peers'] {
  if (others.length < LEAST_IN_GROUP - 1) return undefined
  return { entities: others.length, shares: poolShares(others.map(({ shares }) => shares)) }
}
