import { type DemonstrationClock, demonstrationClock, type ProofFolder, type Tools } from '#cases'
import { configurationVersion, type Directory, loadDirectory } from '#entities'
import { type Clock, systemClock } from '#kernel'
import { type Suggestion, type SuggestionModel, suggest, trainSuggestions } from '#language'
import { type Gateways, type LiveNotices, liveNotices } from '#messages'
import { type SignInLimits, signInLimits } from '#people'
import { type Db, type Files, type Log, snapshot } from '#platform'
import { loadPromiseBook } from '#promises'

/** Everything the application works with, built once and handed down. */
export interface AppTools extends Tools {
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
  /** Where people reach the service, without a slash at the end. */
  publicUrl: string
  /** Invented people and cases; sign-in codes stand on the page. */
  demonstration: boolean
  /** The ways out for messages that an operator configured. */
  gateways: Gateways
  /** The counters of notices on the pages that staff have open. */
  live: LiveNotices
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
  gateways?: Omit<Gateways, 'demonstration'>
  clock?: Clock
  wake?: () => void
}

export function buildTools({ clock: wall = systemClock, wake = () => undefined, ...given }: Given): AppTools {
  const { db } = given
  const movable = given.demonstration ? demonstrationClock(db, wall) : undefined
  const version = () => configurationVersion(db)
  const directory = snapshot(() => loadDirectory(db), version)
  const book = snapshot(() => loadPromiseBook(db), version)
  const model = snapshot(async () => train(await directory()), version)
  return {
    ...given,
    gateways: { ...given.gateways, demonstration: given.demonstration },
    clock: movable ?? wall,
    wall,
    demonstrationClock: movable,
    wake,
    limits: signInLimits(),
    live: liveNotices({ db, log: given.log, clock: movable ?? wall }),
    directory,
    book,
    suggest: async (text) => suggest(await model(), text),
    forget: () => {
      for (const each of [directory, book, model]) each.forget()
    },
  }
}

/** Suggestions learn from the everyday phrases that each category carries, and from its names. */
const train = (directory: Directory): SuggestionModel =>
  trainSuggestions(
    directory
      .categories('ar')
      .flatMap(({ id: label, name, phrases }) =>
        [name.ar, name.en, ...(phrases.ar ?? []), ...(phrases.en ?? [])].map((text) => ({ text, label })),
      ),
  )
