export { normalise } from './model/normalise.ts'
export { queryTerms, searchTerms } from './model/terms.ts'
export { words } from './model/words.ts'
