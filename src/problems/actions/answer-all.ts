import { createHash } from 'node:crypto'
import { takeStep } from '#cases'
import { no, type Result, yes } from '#kernel'
import type { Officer } from '#people'
import { rolesOn } from '../model/reach.ts'
import * as answers from '../store/answers.ts'
import * as problems from '../store/problems.ts'
import type { Tools } from './tools.ts'

/** Cases that one press of the button handles; the next press goes on with the rest. */
export const AT_ONCE = 50

/** What came of a step on many cases: each case by itself took it or refused it. */
export interface Sent {
  done: number
  refused: { reference: string; reason: string }[]
}

/** The one answer as it stands, and the cases where it can go or has gone. */
export interface AnswerToAll {
  answer: answers.KeptAnswer | undefined
  cases: answers.AnsweredCase[]
  stages: answers.StageCount[]
}

/** Where each turn finds its cases: with the entity, in the first review, in the second. */
export const TURNS = {
  reply: ['with-entity'],
  verify: ['replied'],
  release: ['verified'],
} as const
export type Turn = keyof typeof TURNS
export const isTurn = (name: string): name is Turn => Object.hasOwn(TURNS, name)

/** The answer to a problem, with the cases that wait for one turn. Out of reach and unknown are one answer. */
export async function answerToAll(
  tools: Tools,
  officer: Officer,
  id: string,
  turn: Turn,
): Promise<Result<AnswerToAll, 'not-found'>> {
  const problem = await problems.find(tools.db, id)
  if (!problem || rolesOn(officer, problem, await tools.directory()).length === 0) return no('not-found')
  const answer = await answers.latest(tools.db, id)
  const stages = [...TURNS[turn]]
  const found = await answers.casesOf(tools.db, id, answer?.id ?? null, stages, AT_ONCE)
  const cases = turn === 'reply' ? found : found.filter(({ carries }) => carries)
  return yes({ answer, cases, stages: await answers.stagesOf(tools.db, id) })
}

/**
 * Sends the one answer on: to cases as their reply, or, of those that carry it, through the first or the second
 * review. Every case takes the ordinary step, by the ordinary rules, with this officer's own rights on it: nobody
 * verifies and releases the same reply, and a case that has moved on refuses.
 *
 * @param caseIds of those that `answerToAll` showed; others are left alone
 */
export async function sendOn(
  tools: Tools,
  officer: Officer,
  id: string,
  turn: Turn,
  caseIds: readonly string[],
): Promise<Result<Sent>> {
  const found = await answerToAll(tools, officer, id, turn)
  if (!found.ok) return found
  const { answer, cases } = found.value
  if (!answer) return no('no-answer-yet')
  const sent: Sent = { done: 0, refused: [] }
  for (const one of cases.filter((each) => caseIds.includes(each.id))) {
    const key = keyOf(officer, answer.id, turn, one)
    const taken = await tools.db.transaction(async (tx) => {
      const input = turn === 'reply' ? { ...answer.reply, points: [], actions: [] } : {}
      const who = { kind: 'staff', officer } as const
      const step = await takeStep({ ...tools, db: tx }, who, { caseId: one.id, step: turn, input, key })
      if (step.ok && turn === 'reply') await answers.answered(tx, answer.id, one.id, step.value.event.seq)
      return step
    })
    if (taken.ok) sent.done++
    else sent.refused.push({ reference: one.reference, reason: taken.reason })
  }
  return yes(sent)
}

/** Pressed twice, sent once; a reply that came back may be sent again, since the case has gone on. */
function keyOf(officer: Officer, answer: string, turn: Turn, { id, seq }: answers.AnsweredCase) {
  const key = `${answer}:${turn}:${id}:${seq}`
  return { scope: `problem:${officer.id}`, key, bodyHash: createHash('sha256').update(key).digest() }
}
