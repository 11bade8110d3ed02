import { calibrationError, macroF1, share } from '../model/figures.ts'
import { suggest } from './suggest.ts'
import { type Example, trainSuggestions } from './train-suggestions.ts'

export interface ClassifyFigures {
  readonly n: number
  readonly top1: number
  readonly top3: number
  readonly macroF1: number
  /** How far the confidence of the first proposal is from how often it is right (expected calibration error). */
  readonly calibrationError: number
}

/** How well labels learned from `train` are proposed for `test`; all shares from 0 to 1, over `n` test texts. */
export function evaluateClassify(train: readonly Example[], test: readonly Example[]): ClassifyFigures {
  const model = trainSuggestions(train)
  const answers = test.map(({ text, label }) => {
    const found = suggest(model, text)
    const labels = found.map((suggestion) => suggestion.label)
    const confidence = found[0]?.confidence ?? 0
    return { is: label, proposed: labels[0], place: labels.indexOf(label), confidence }
  })
  return {
    n: test.length,
    top1: share(answers, ({ place }) => place === 0),
    top3: share(answers, ({ place }) => place >= 0 && place < 3),
    macroF1: macroF1(answers),
    calibrationError: calibrationError(
      answers.map(({ confidence, place }) => ({ confidence, right: place === 0 })),
    ),
  }
}
