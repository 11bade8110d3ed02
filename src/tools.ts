import {
  commonness,
  type DemonstrationClock,
  demonstrationClock,
  modelVersion,
  type ProofFolder,
  placesAside,
  type SearchTools,
  suggestionModel,
  type Tools,
} from '#cases'
import { configurationVersion, loadDirectory, MAPS } from '#entities'
import { type LiveBoard, liveBoard } from '#insight'
import { type Clock, systemClock } from '#kernel'
import { type Suggestion, suggest } from '#language'
import { type Gateways, type LiveNotices, liveNotices } from '#messages'
import { type PinLimits, pinLimits, type SignInLimits, signInLimits } from '#people'
import { type Db, type Files, type Log, snapshot } from '#platform'
import { loadPromiseBook } from '#promises'
import type { SealedWing } from './sealed-wing.ts'
import type { Mover } from './web/sealed/moving/move.ts'

/** Everything the application works with, built once and handed down. */
export interface AppTools extends Tools, SearchTools {
  log: Log
  /** The real time: sign-ins and forms go by it, also while a demonstration's clock is ahead. */
  wall: Clock
  /** In a demonstration alone: `clock` itself, which can be set forward. */
  demonstrationClock?: DemonstrationClock
  files: Files
  /** Where the keys that sign receipts and the day's heads lie. */
  proof: ProofFolder
  /** What PINs, form tokens and codes are derived from. */
  secret: Buffer
  /** How often one may try to sign in, from one address and for one account; counted by this process. */
  limits: SignInLimits
  /** The same for the PINs of cases, whether a page or a program asks. */
  pins: PinLimits
  /** Where people reach the service, without a slash at the end. */
  publicUrl: string
  /** The operator's own language model, where there is one. */
  modelUrl?: string
  /** Invented people and cases; sign-in codes stand on the page. */
  demonstration: boolean
  /** The ways out for messages that an operator configured. */
  gateways: Gateways
  /** The mailbox that letters arrive in. */
  imapUrl?: string
  /** The counters of notices on the pages that staff have open. */
  live: LiveNotices
  /** The operations room on the screens that are open. */
  room: LiveBoard
  /** The sealed room, when it is part of this process. */
  sealed?: SealedWing
  /** Takes what came to the ordinary desk by mistake into the sealed room, wherever it is. */
  mover?: Mover
  /** Where whoever reports a violation is led: the room's address, without a slash at the end. */
  sealedUrl: string
  /** Categories that a text is about, best first. */
  suggest(text: string): Promise<Suggestion[]>
  /** The configuration changed here: everybody in this process sees it at once. */
  forget(): void
  /** Something happened: whoever follows the feed in this process looks at once. */
  wake(): void
}

export interface Given {
  db: Db
  log: Log
  files: Files
  proof: ProofFolder
  secret: Buffer
  publicUrl: string
  demonstration: boolean
  modelUrl?: string
  gateways?: Omit<Gateways, 'demonstration'>
  sealed?: SealedWing
  /** Where the room is when it is not part of this process. */
  sealedUrl?: string
  imapUrl?: string
  /** Where an operator's own maps lie. */
  mapFolder?: string
  clock?: Clock
  wake?: () => void
}

/** An operator's own map comes before the one that the service brings. */
const mapsOf = ({ mapFolder, log }: Given): Parameters<typeof loadDirectory>[1] => ({
  folders: mapFolder ? [mapFolder, MAPS] : [MAPS],
  complain: (path, why) =>
    log.warn({ path, why }, 'this file is no map, so the country is shown without one'),
})

export function buildTools({ clock: wall = systemClock, wake = () => undefined, ...given }: Given): AppTools {
  const { db } = given
  const movable = given.demonstration ? demonstrationClock(db, wall) : undefined
  const version = () => configurationVersion(db)
  const directory = snapshot(() => loadDirectory(db, mapsOf(given)), version)
  const book = snapshot(() => loadPromiseBook(db), version)
  // Another configuration or another model: either makes it load again.
  const either = async () => (await version()) * 1_000_000 + (await modelVersion(db))
  const model = snapshot(async () => {
    const now = await directory()
    return { ...(await suggestionModel(db, now)), aside: placesAside(now) }
  }, either)
  // Words become common slowly: their shares are read again every five minutes.
  const fiveMinutes = async () => Math.floor(performance.now() / 300_000)
  const shares = snapshot(() => commonness(db), fiveMinutes)
  return {
    ...given,
    commonness: shares,
    sealedUrl: given.sealedUrl ?? given.publicUrl,
    gateways: { ...given.gateways, demonstration: given.demonstration },
    clock: movable ?? wall,
    wall,
    demonstrationClock: movable,
    wake,
    limits: signInLimits(),
    pins: pinLimits(),
    live: liveNotices({ db, log: given.log, clock: movable ?? wall }),
    room: liveBoard({ db, log: given.log, clock: movable ?? wall, directory }),
    directory,
    book,
    suggest: async (text) => {
      const { aside, ...known } = await model()
      return suggest(known, aside(text))
    },
    forget: () => {
      for (const each of [directory, book, model, shares]) each.forget()
    },
  }
}
