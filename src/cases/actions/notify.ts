import { enqueue, type Gateways, reachOf, type TakingBack, type Telling } from '#messages'
import { CALLING_CODES } from '#people'
import type { Consumer, Db, Log } from '#platform'
import { type Effect, effectsOf, type Situation } from '../model/effects.ts'
import { statesOf } from '../model/replay.ts'
import * as heard from '../store/notify.ts'
import { outsideRemedy } from '../store/resident.ts'
import type { Moment, Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import { followersTold } from './tell-followers.ts'
import { queueWatchersTold } from './tell-queue-watchers.ts'
import { type Heard, watchersTold } from './tell-watchers.ts'

export interface NotifyTools extends Pick<Tools, 'clock' | 'directory' | 'book'> {
  log: Log
  /** The ways out of this installation: what cannot leave is not queued. */
  gateways: Gateways
}

/**
 * Turns what happened into what people are told: the reader of the feed behind every message. Its cursor and the
 * outbox move in one transaction, so that each event is told once to each destination.
 */
export const notifier = (tools: NotifyTools): Consumer<heard.HeardEvent> => ({
  name: 'messages',
  read: heard.heardAfter,
  async handle(tx, events) {
    const worthTelling = events.filter(({ imported }) => !imported)
    if (worthTelling.length === 0) return
    const [directory, book] = [await tools.directory(), await tools.book()]
    const known = await lookUp(tx, tools, [...new Set(worthTelling.map(({ caseId }) => caseId))])
    const post = {
      now: tools.clock.now(),
      reach: reachOf(tools.gateways),
      zone: directory.timeZone,
      callingCode: CALLING_CODES[directory.country ?? ''],
    }
    await enqueue(
      tx,
      post,
      worthTelling.flatMap(({ caseId, seq }) => known.tellings(caseId, seq, { directory, book })),
    )
    const heard = worthTelling.flatMap(({ caseId, seq }) => known.heard(caseId, seq))
    await enqueue(tx, post, await followersTold(tx, heard, { directory, book }))
    await enqueue(tx, post, await watchersTold(tx, heard, post.now, directory))
    await enqueue(tx, post, await queueWatchersTold(tx, heard, post.now, directory))
  },
})

type Country = Pick<Moment, 'directory' | 'book'>

async function lookUp(tx: Db, { log }: NotifyTools, caseIds: string[]) {
  const histories = Map.groupBy(await heard.historiesOf(tx, caseIds), ({ caseId }) => caseId)
  const contacts = new Map((await heard.contactsOf(tx, caseIds)).map((one) => [one.caseId, one]))
  const remedy = await outsideRemedy(tx)
  const states = new Map([...histories].map(([caseId, history]) => [caseId, replayed(history, log)]))
  return {
    heard(caseId: string, seq: number): (Heard & Pick<Situation, 'before'>)[] {
      const event = histories.get(caseId)?.find((each) => each.seq === seq)
      const after = states.get(caseId)?.[seq - 1]
      const before = states.get(caseId)?.[seq - 2] ?? null
      return event && after ? [{ event, before, after }] : []
    },
    tellings(caseId: string, seq: number, country: Country): (Telling | TakingBack)[] {
      const history = (histories.get(caseId) ?? []).filter((event) => event.seq <= seq)
      const event = history.at(-1)
      const after = states.get(caseId)?.[seq - 1]
      if (!event || !after) return []
      const before = states.get(caseId)?.[seq - 2] ?? null
      const situation: Situation = {
        ...{ before, after, words: event.words, history, outsideRemedy: remedy },
        directory: country.directory,
        ladder: country.book.ladder,
        calendar: calendarOf(after.entity, country),
      }
      return effectsOf(event, situation).flatMap((effect) => telling(effect, event, contacts.get(caseId)))
    },
  }
}

/** A history that does not follow the table tells nobody anything, rather than keeping everybody else's waiting. */
function replayed(history: heard.Told[], log: Log) {
  try {
    return statesOf(history)
  } catch (err) {
    log.error({ err, case: history[0]?.caseId }, 'a history that the table does not allow')
    return []
  }
}

function telling(
  effect: Effect,
  { caseId, seq, actorId }: heard.Told,
  contact: heard.Contacted | undefined,
): (Telling | TakingBack)[] {
  if ('takeBack' in effect) return [{ caseId, takeBack: effect.takeBack }]
  const { to, ...said } = effect
  const cause = said.about ? `${caseId}:${seq}:${said.about}` : `${caseId}:${seq}`
  const common = { ...said, caseId, cause }
  if (to !== 'resident') return [{ ...common, to: { staff: to, except: actorId } }]
  return contact ? [{ ...common, to: { resident: contact } }] : []
}
