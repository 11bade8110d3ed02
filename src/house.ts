import { join } from 'node:path'
import { openProofFolder } from '#cases'
import { openFiles } from '#platform'
import { buildApp } from './app.tsx'
import { prepare } from './prepare.ts'
import type { Tools as Opened, Parts } from './run.ts'
import { moverOf, openWing } from './sealed-wing.ts'
import { type AppTools, buildTools } from './tools.ts'
import { startWork } from './work.ts'

/** What the rooms bring to a running Sawt, sharing one set of tools. */
export function house(): Parts {
  let tools: AppTools | undefined
  let wake = () => {}
  const built = (opened: Opened) => (tools ??= fromOpened(opened, () => wake()))
  return {
    prepare: (opened) => prepare(built(opened), opened),
    buildApp: (opened) => {
      const tools = built(opened)
      return {
        fetch: buildApp(tools).fetch,
        close: () => Promise.all([tools.live.close(), tools.room.close()]),
      }
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
    mapFolder: join(config.dataDir, 'maps'),
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
