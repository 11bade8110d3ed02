import { ownAddresses, readMailbox, tidyArrivals } from '#arrivals'
import {
  askModel,
  automaticRouter,
  followLadder,
  keepProof,
  learn,
  lessonTaker,
  letTimeAct,
  notifier,
  recountClocks,
  replayWebhooks,
  searchIndexer,
  sendDigests,
  sweepDrafts,
  webhookFeeder,
} from '#cases'
import { forecast, keepEditions, keepEvaluations, rollUpKeeper, sendReports, watchSurges } from '#insight'
import { tidyRoom } from '#integrity'
import { eraseOldConversations, remindOfReviews } from '#knowledge'
import { courier, eraseOldMessages, openChannels, tidyWebhooks, webhookCourier } from '#messages'
import { sweepSignIns } from '#people'
import { beating, followFeed, openModelServer } from '#platform'
import {
  forgetFollowers,
  judgeFixes,
  linkCases,
  problemFinder,
  tellFollowers,
  tellStaff,
  tidyProblems,
} from '#problems'
import type { AppTools } from './tools.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Something that is done again and again, in every worker; what may be done only once is the room's own care. */
interface Beat {
  /** Milliseconds from its end to its next beginning. */
  every: number
  work: () => Promise<unknown>
  /** Goes by the clock of cases, and is looked at when a demonstration's is moved. */
  byTheClock?: true
}

/** Whatever works without being asked: the readers of the event feed, and what beats. */
export function startWork(tools: AppTools) {
  const { log } = tools
  const feed = followFeed(tools.db, consumersOf(tools), { log })
  const post = courier(tools, openChannels(tools, tools.gateways))
  const hooks = webhookCourier(tools)
  const beats: Record<string, Beat> = {
    ...beatsOf(tools),
    messages: { every: SECOND / 2, work: () => untilNothing(post.deliver) },
    webhooks: {
      every: SECOND / 2,
      work: async () => {
        while (await replayWebhooks(tools));
        await hooks.deliver()
      },
    },
  }
  const running = new Map(
    Object.entries(beats).map(([name, { every, work }]) => [name, beating(every, log, name, work)]),
  )
  // The clock of a demonstration may be moved in another process: what is due by it is due at once.
  const clock = watchClock(tools, () => {
    for (const [name, { byTheClock }] of Object.entries(beats)) if (byTheClock) running.get(name)?.wake()
  })
  return {
    wake: () => {
      feed.wake()
      running.get('messages')?.wake()
    },
    stop: async () => {
      await Promise.all([feed, clock, ...running.values()].map((each) => each.stop()))
      await hooks.idle()
      post.close()
    },
  }
}

const consumersOf = (tools: AppTools) => [
  searchIndexer,
  notifier(tools),
  webhookFeeder(tools),
  rollUpKeeper(tools),
  problemFinder(tools),
  automaticRouter(tools),
  lessonTaker(tools),
]

const beatsOf = (tools: AppTools): Record<string, Beat> => ({
  time: { every: 5 * SECOND, byTheClock: true, work: () => untilNothing(() => letTimeAct(tools)) },
  calendars: {
    every: 5 * SECOND,
    work: async () => {
      while ((await recountClocks(tools)) !== undefined);
      while ((await followLadder(tools)) !== undefined);
    },
  },
  // Seals history and signs the day's head. Not at every event: a batch is a row, and nobody waits for it.
  proof: { every: 10 * SECOND, work: () => keepProof(tools) },
  // Cases of a problem that somebody accepted, and those who wait to hear that it is fixed.
  problems: {
    every: SECOND,
    work: async () => {
      await untilNothing(() => linkCases(tools))
      await untilNothing(() => tellFollowers(tools))
      await tellStaff(tools)
    },
  },
  verdicts: { every: 10 * MINUTE, byTheClock: true, work: () => judgeFixes(tools) },
  surges: {
    every: MINUTE,
    byTheClock: true,
    work: async () => {
      await forecast(tools)
      await watchSurges(tools)
    },
  },
  learning: { every: MINUTE, work: () => learn(tools) },
  digests: { every: 10 * MINUTE, byTheClock: true, work: () => sendDigests(tools) },
  reports: { every: 10 * MINUTE, byTheClock: true, work: () => sendReports(tools) },
  evaluations: { every: 10 * MINUTE, byTheClock: true, work: () => keepEvaluations(tools) },
  // Published answers that somebody should look at again.
  reviews: { every: HOUR, byTheClock: true, work: () => remindOfReviews(tools) },
  // What is published of a quarter is made once, and stays.
  editions: { every: HOUR, byTheClock: true, work: () => keepEditions(tools) },
  tidying: { every: HOUR, work: () => tidy(tools) },
  ...mailbox(tools),
  ...modelServer(tools),
})

/** Sign-ins that expired, codes and drafts nobody used, uploads that a crash cut short, and what is kept no longer. */
async function tidy(tools: AppTools) {
  await sweepSignIns(tools)
  await sweepDrafts(tools, await tidyArrivals(tools))
  await tools.files.sweep(tools.wall.now().subtract({ hours: 1 }))
  await eraseOldMessages(tools)
  await eraseOldConversations(tools)
  await tidyWebhooks(tools)
  await tidyProblems(tools)
  await forgetFollowers(tools)
  if (tools.sealed) await tidyRoom(tools.sealed.room)
}

/** Letters that arrive; a mailbox that nobody named is not looked for. */
function mailbox(tools: AppTools): Record<string, Beat> {
  const { imapUrl, gateways } = tools
  if (!imapUrl) return {}
  const ours = ownAddresses(gateways.smtpUrl, imapUrl)
  const work = async () => {
    if ((await readMailbox({ ...tools, ours }, imapUrl)) > 0) tools.wake()
  }
  return { mailbox: { every: 30 * SECOND, work } }
}

/** The operator's own model, asked in the background; without an address there is none. */
function modelServer(tools: AppTools): Record<string, Beat> {
  if (!tools.modelUrl) return {}
  const model = openModelServer(tools.modelUrl)
  return { model: { every: 5 * SECOND, work: () => askModel(tools, model) } }
}

async function untilNothing(work: () => Promise<number>) {
  while ((await work()) > 0);
}

function watchClock({ demonstrationClock: clock, log }: AppTools, onMoved: () => void) {
  let ahead = clock?.ahead()
  return beating(SECOND, log, 'clock', async () => {
    await clock?.refresh()
    const found = clock?.ahead()
    if (found && ahead && Temporal.Duration.compare(found, ahead) !== 0) onMoved()
    ahead = found
  })
}
