import { createHash } from 'node:crypto'
import type { Directory } from '#entities'
import {
  type Example,
  packModel,
  type SuggestionModel,
  teach,
  trainSuggestions,
  unpackModel,
} from '#language'
import type { Db } from '#platform'
import { lessonsSince } from '../store/lessons.ts'
import * as models from '../store/models.ts'
import type { Tools } from './act.ts'
import { placesAside } from './places-aside.ts'
import { trainAside } from './train-aside.ts'

/** The latest so many confirmed cases are learned from anew; older ones speak through the phrases that stay. */
const MOST_LESSONS = 4_000
/** After so many that were only taught, everything is learned anew. */
const OFTEN_TAUGHT = 500
const LONGEST_UNTRAINED = { hours: 24 }
const BEGINNING = Temporal.Instant.fromEpochMilliseconds(0)

export type Learned = models.ModelVersion | undefined

/**
 * Takes in what people confirmed since the model was made: a few cases are taught to it, many or changed
 * categories are a new training in a thread of its own. The model is stored with its version; other processes see it
 * within a second. Undefined when there was nothing to learn.
 */
export async function learn({ db, clock, directory: read }: Tools): Promise<Learned> {
  const directory = await read()
  const [latest, now] = [await models.latestModel(db), clock.now()]
  const catalogue = catalogueOf(directory)
  const fresh = await lessonsSince(db, latest?.learnedTo ?? BEGINNING, MOST_LESSONS)
  if (fresh.length === 0 && (!latest || latest.catalogue === catalogue)) return undefined
  const learnedTo = fresh.at(-1)?.changedAt ?? latest?.learnedTo ?? BEGINNING
  const version = { madeAt: now, catalogue, learnedTo }
  const before = latest && (await mayTeach(db, latest, catalogue, now))
  if (before) {
    const model = teach(before, learned(directory, fresh))
    return store(db, latest.version, packModel(model), {
      ...{ ...version, kind: 'taught' },
      lessons: latest.lessons + fresh.length,
    })
  }
  const all = await lessonsSince(db, BEGINNING, MOST_LESSONS)
  const weights = await trainAside([...phrasesOf(directory), ...learned(directory, all)])
  return store(db, latest?.version ?? 0, weights, { ...version, kind: 'trained', lessons: all.length })
}

/** Confirmed cases as examples, without the places that they name: towns would be taken for what ails them. */
function learned(directory: Directory, lessons: readonly Example[]): Example[] {
  const aside = placesAside(directory)
  return lessons.map(({ text, label }) => ({ text: aside(text), label }))
}

/** The model to go on from, unless it is time to learn everything anew. */
async function mayTeach(
  db: Db,
  latest: models.ModelVersion,
  catalogue: string,
  now: Temporal.Instant,
): Promise<SuggestionModel | undefined> {
  const training = await models.latestTraining(db)
  if (latest.catalogue !== catalogue || !training) return undefined
  if (latest.lessons - training.lessons >= OFTEN_TAUGHT) return undefined
  if (Temporal.Instant.compare(training.madeAt.add(LONGEST_UNTRAINED), now) < 0) return undefined
  const weights = await models.weightsOf(db, latest.version)
  return weights && unpackModel(weights)
}

/** Stores the next version; undefined when another process stored one meanwhile. */
function store(
  db: Db,
  after: number,
  weights: Uint8Array,
  made: Omit<models.ModelVersion, 'version' | 'fingerprint' | 'kind'> & { kind: string },
): Promise<Learned> {
  const fingerprint = createHash('sha256').update(weights).digest('hex')
  const kind = made.kind === 'taught' ? 'taught' : 'trained'
  const model: models.ModelVersion = { ...made, kind, version: after + 1, fingerprint }
  return db.transaction(async (tx) => {
    await models.holdLearning(tx)
    if (((await models.latestModel(tx))?.version ?? 0) !== after) return undefined
    await models.putModel(tx, model, weights)
    return model
  })
}

/** The number of the model that proposes now; it changes when there is another. */
export const modelVersion = async (db: Db): Promise<number> => (await models.latestModel(db))?.version ?? 0

/** The model as it was stored last; without one for these categories, what their phrases teach. */
export async function suggestionModel(db: Db, directory: Directory): Promise<SuggestionModel> {
  const latest = await models.latestModel(db)
  const weights =
    latest?.catalogue === catalogueOf(directory) ? await models.weightsOf(db, latest.version) : undefined
  return weights ? unpackModel(weights) : trainSuggestions(phrasesOf(directory))
}

/** The everyday phrases that each category carries, and its names. */
const phrasesOf = (directory: Directory): Example[] =>
  directory
    .categories('ar')
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap(({ id: label, name, phrases }) =>
      [name.ar, name.en, ...(phrases.ar ?? []), ...(phrases.en ?? [])].map((text) => ({ text, label })),
    )

const catalogueOf = (directory: Directory): string =>
  createHash('sha256')
    .update(JSON.stringify(phrasesOf(directory)))
    .digest('hex')
