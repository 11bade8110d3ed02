import { join } from 'node:path'
import { ownAddresses, readMailbox } from '#arrivals'
import {
  askModel,
  automaticRouter,
  followLadder,
  keepProof,
  learn,
  lessonTaker,
  letTimeAct,
  notifier,
  openProofFolder,
  recountClocks,
  replayWebhooks,
  searchIndexer,
  sendDigests,
  webhookFeeder,
} from '#cases'
import { rollUpKeeper, sendReports } from '#insight'
import { tidyRoom } from '#integrity'
import { eraseOldConversations } from '#knowledge'
import { courier, eraseOldMessages, openChannels, tidyWebhooks, webhookCourier } from '#messages'
import { sweepSignIns } from '#people'
import { beating, followFeed, openFiles, openModelServer } from '#platform'
import {
  forgetFollowers,
  judgeFixes,
  linkCases,
  problemFinder,
  tellFollowers,
  tellStaff,
  tidyProblems,
} from '#problems'
import { buildApp } from './app.tsx'
import { prepare } from './prepare.ts'
import type { Tools as Opened, Parts } from './run.ts'
import { moverOf, openWing } from './sealed-wing.ts'
import { type AppTools, buildTools } from './tools.ts'

/** What the rooms bring to a running Sawt, sharing one set of tools. */
export function house(): Parts {
  let tools: AppTools | undefined
  let wake = () => {}
  const built = (opened: Opened) => (tools ??= fromOpened(opened, () => wake()))
  return {
    prepare: (opened) => prepare(built(opened), opened),
    buildApp: (opened) => {
      const tools = built(opened)
      return { fetch: buildApp(tools).fetch, close: tools.live.close }
    },
    startWork: async (opened) => {
      const work = startWork(built(opened))
      wake = work.wake
      return work
    },
  }
}

function fromOpened(opened: Opened, wake: () => void): AppTools {
  const tools = toolsOf(opened, wake)
  // A room on another machine is not opened here as well.
  if (!opened.config.sealed.url) tools.sealed = openWing(opened, tools.clock)
  const mover = moverOf(opened.config, tools.secret, tools.sealed)
  if (mover) tools.mover = mover
  return tools
}

const toolsOf = ({ config, db, log, clock }: Opened, wake: () => void): AppTools =>
  buildTools({
    db,
    log,
    clock,
    wake,
    files: openFiles({ dir: join(config.dataDir, 'files'), clamd: config.clamdUrl }),
    proof: openProofFolder(config.dataDir),
    secret: Buffer.from(config.secret),
    publicUrl: config.publicUrl,
    demonstration: config.demonstration,
    ...(config.modelUrl && { modelUrl: config.modelUrl }),
    ...(config.sealed.url && { sealedUrl: config.sealed.url }),
    ...(config.imapUrl && { imapUrl: config.imapUrl }),
    gateways: {
      smtpUrl: config.smtpUrl,
      smsUrl: config.smsUrl,
      whatsappUrl: config.whatsappUrl,
      telegramUrl: config.telegramUrl,
    },
  })

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** Whatever works without being asked: the readers of the event feed, and time. */
function startWork(tools: AppTools) {
  const { db, log } = tools
  const consumers = [
    searchIndexer,
    notifier(tools),
    webhookFeeder(tools),
    rollUpKeeper(tools),
    problemFinder(tools),
    automaticRouter(tools),
    lessonTaker(tools),
  ]
  const feed = followFeed(db, consumers, { log })
  const time = beating(5_000, log, 'time', async () => {
    while ((await letTimeAct(tools)) > 0);
  })
  const calendars = beating(5_000, log, 'calendars', async () => {
    while ((await recountClocks(tools)) !== undefined);
    while ((await followLadder(tools)) !== undefined);
  })
  // Seals history and signs the day's head. Not at every event: a batch is a row, and nobody waits for it.
  const proof = beating(10_000, log, 'proof', () => keepProof(tools))
  const post = courier(tools, openChannels(tools, tools.gateways))
  const messages = beating(500, log, 'messages', async () => {
    while ((await post.deliver()) > 0);
  })
  const mailbox = readingMailbox(tools)
  const hooks = webhookCourier(tools)
  const webhooks = beating(500, log, 'webhooks', async () => {
    while (await replayWebhooks(tools));
    await hooks.deliver()
  })
  // Cases of a problem that somebody accepted, and those who wait to hear that it is fixed.
  const problems = beating(1_000, log, 'problems', async () => {
    while ((await linkCases(tools)) > 0);
    while ((await tellFollowers(tools)) > 0);
    await tellStaff(tools)
  })
  const verdicts = beating(10 * MINUTE, log, 'verdicts', () => judgeFixes(tools))
  const learning = beating(MINUTE, log, 'learning', () => learn(tools))
  const opinions = askingModel(tools)
  const digests = beating(10 * MINUTE, log, 'digests', () => sendDigests(tools))
  const reports = beating(10 * MINUTE, log, 'reports', () => sendReports(tools))
  // The clock of a demonstration may be moved in another process: what is due by it is due at once.
  const clock = watchClock(tools, () => {
    time.wake()
    digests.wake()
    reports.wake()
    verdicts.wake()
  })
  // Sign-ins that expired, codes nobody used, and uploads that a crash cut short.
  const tidying = beating(HOUR, log, 'tidying', async () => {
    await sweepSignIns(tools)
    await tools.files.sweep(tools.wall.now().subtract({ hours: 1 }))
    await eraseOldMessages(tools)
    await eraseOldConversations(tools)
    await tidyWebhooks(tools)
    await tidyProblems(tools)
    await forgetFollowers(tools)
    if (tools.sealed) await tidyRoom(tools.sealed.room)
  })
  const stop = async () => {
    await mailbox?.stop()
    await Promise.all(
      [
        feed,
        time,
        calendars,
        tidying,
        proof,
        messages,
        webhooks,
        problems,
        verdicts,
        learning,
        digests,
        reports,
        clock,
      ].map((each) => each.stop()),
    )
    await opinions?.stop()
    await hooks.idle()
    post.close()
  }
  const wake = () => {
    feed.wake()
    messages.wake()
  }
  return { wake, stop }
}

/** Letters that arrive; a mailbox that nobody named is not looked for. */
function readingMailbox(tools: AppTools) {
  const { imapUrl, gateways, log } = tools
  if (!imapUrl) return undefined
  const ours = ownAddresses(gateways.smtpUrl, imapUrl)
  return beating(30_000, log, 'mailbox', async () => {
    if ((await readMailbox({ ...tools, ours }, imapUrl)) > 0) tools.wake()
  })
}

/** The operator's own model, asked in the background; without an address there is none. */
function askingModel(tools: AppTools) {
  const { modelUrl, log } = tools
  if (!modelUrl) return undefined
  const model = openModelServer(modelUrl)
  return beating(5_000, log, 'model', () => askModel(tools, model))
}

function watchClock({ demonstrationClock: clock, log }: AppTools, onMoved: () => void) {
  let ahead = clock?.ahead()
  return beating(1_000, log, 'clock', async () => {
    await clock?.refresh()
    const found = clock?.ahead()
    if (found && ahead && Temporal.Duration.compare(found, ahead) !== 0) onMoved()
    ahead = found
  })
}
