import { calibration, calibrationError, type Tenth } from '#language'
import * as figures from '../store/lesson-figures.ts'
import { latestModels, type ModelVersion } from '../store/models.ts'
import type { Tools } from './act.ts'

export interface SuggestionFigures {
  /** What people chose beside what was proposed before, month by month, the newest first. */
  months: readonly figures.LessonMonth[]
  /** Confidence beside truth, in ten steps. */
  steps: readonly Tenth[]
  calibrationError: number
  judged: number
  mistakes: readonly figures.Mistaken[]
  /** Cases left to a person for checking, and those routed without one that were answered. */
  checks: { n: number; right: number; answered: number }
  models: readonly ModelVersion[]
}

const LATEST = 5_000
const DAYS_OF_MISTAKES = 90
const MODELS = 10

/** How good the suggestions are, measured on what people chose and never on what a model had learned from. No text. */
export async function suggestionFigures({
  db,
  clock,
  directory,
}: Pick<Tools, 'db' | 'clock' | 'directory'>): Promise<SuggestionFigures> {
  const zone = (await directory()).timeZone
  const said = await figures.lessonsSaid(db, LATEST)
  const since = clock.now().subtract({ hours: DAYS_OF_MISTAKES * 24 })
  return {
    months: await figures.lessonMonths(db, zone),
    steps: calibration(said),
    calibrationError: calibrationError(said),
    judged: said.length,
    mistakes: await figures.mistakes(db, since),
    checks: (await figures.checks(db)) ?? { n: 0, right: 0, answered: 0 },
    models: await latestModels(db, MODELS),
  }
}
