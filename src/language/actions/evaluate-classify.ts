import { macroF1, share } from '../model/figures.ts'
import { suggest } from './suggest.ts'
import { type Example, trainSuggestions } from './train-suggestions.ts'

export interface ClassifyFigures {
  readonly n: number
  readonly top1: number
  readonly top3: number
  readonly macroF1: number
}

/** How well labels learned from `train` are proposed for `test`; all shares from 0 to 1, over `n` test texts. */
export function evaluateClassify(train: readonly Example[], test: readonly Example[]): ClassifyFigures {
  const model = trainSuggestions(train)
  const answers = test.map(({ text, label }) => {
    const labels = suggest(model, text).map((suggestion) => suggestion.label)
    return { is: label, proposed: labels[0], place: labels.indexOf(label) }
  })
  return {
    n: test.length,
    top1: share(answers, ({ place }) => place === 0),
    top3: share(answers, ({ place }) => place >= 0 && place < 3),
    macroF1: macroF1(answers),
  }
}
