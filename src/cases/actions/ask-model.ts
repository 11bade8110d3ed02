import type { ModelServer } from '#platform'
import * as opinions from '../store/opinions.ts'
import type { SuggestingTools } from './route-by-itself.ts'

/** At one beat; the next ones follow. */
const AT_ONCE = 5
/** What came before the model did has been seen by people. */
const STILL_NEW = { hours: 24 }
/** Characters. What somebody wants is said by then. */
const READ = 2_000
/** Wrongdoing of officials is nobody's business outside the sealed room, and no model's. */
const SEALED_SECTOR = 'integrity'

const TASK =
  'A resident wrote the text below to their government. Answer with the one id of this list that says what it is about, and nothing else:'

/**
 * Asks the operator's model about new cases, in the background and once for each. It sees the text without numbers and
 * addresses of mail, and never a text that speaks of wrongdoing; whoever sent it, it is not told.
 *
 * @returns how many it was asked about
 */
export async function askModel(tools: SuggestingTools, model: ModelServer): Promise<number> {
  const now = tools.clock.now()
  const directory = await tools.directory()
  const choices = directory
    .categories('en')
    .filter(({ sectorId }) => sectorId !== SEALED_SECTOR)
    .map(({ id }) => id)
  const waiting = await opinions.unasked(tools.db, now.subtract(STILL_NEW), AT_ONCE)
  for (const { caseId, text } of waiting) {
    const [best] = await tools.suggest(text)
    const open = directory.category(best?.label)?.sectorId !== SEALED_SECTOR
    const read = masked(text).slice(0, READ)
    const category = open ? await model.choose(TASK, choices, read) : undefined
    const vector = open ? await model.vector(read) : undefined
    const said = { caseId, category: category ?? null, vector: vector ?? null, model: model.name }
    await opinions.putOpinion(tools.db, said, now)
  }
  return waiting.length
}

/** Without what leads to a person: telephone and other numbers, addresses of mail. */
const masked = (text: string): string =>
  text.replace(/\S+@\S+/gu, '[mail]').replace(/[+\p{Nd}][\p{Nd}\s()-]{5,}\p{Nd}/gu, '[number]')
