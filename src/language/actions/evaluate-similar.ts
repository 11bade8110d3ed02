import { areaUnderCurve, f1, precisionAtRecall } from '../model/figures.ts'
import { similarity } from './similarity.ts'
import { type Pair, trainSimilarity } from './train-similarity.ts'

export interface SimilarFigures {
  readonly n: number
  readonly auc: number
  readonly f1: number
  readonly precisionAtRecall80: number
}

/** How well the pairs of `test` that mean the same are told from the others, after learning from `train`. */
export function evaluateSimilar(train: readonly Pair[], test: readonly Pair[]): SimilarFigures {
  const model = trainSimilarity(train)
  const judged = test.map(({ one, other, same }) => ({ score: similarity(one, other, model), so: same }))
  return {
    n: test.length,
    auc: areaUnderCurve(judged),
    f1: f1(judged, 0.5),
    precisionAtRecall80: precisionAtRecall(judged, 0.8),
  }
}
