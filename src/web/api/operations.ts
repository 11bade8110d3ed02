import type { Operation } from './operation.ts'
import { listCategories, listEntities } from './v1/directory.ts'
import { lookUp, takeOwnStep } from './v1/own-case.ts'
import { submit } from './v1/submit.ts'
import { suggest } from './v1/suggest.ts'

/** Everything a program can ask. The addresses and the description are both made from this list. */
export const OPERATIONS: readonly Operation[] = [
  submit,
  lookUp,
  takeOwnStep,
  suggest,
  listEntities,
  listCategories,
]
