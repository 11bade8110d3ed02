import type { Operation } from './operation.ts'
import { listCases, readCase, readEvents, similarCases } from './v1/desk.ts'
import { listCategories, listEntities } from './v1/directory.ts'
import { readIndicators } from './v1/indicators.ts'
import { listOpenData } from './v1/open-data.ts'
import { lookUp, takeOwnStep } from './v1/own-case.ts'
import { readProblems } from './v1/problems.ts'
import { submit } from './v1/submit.ts'
import { suggest } from './v1/suggest.ts'
import { takeStep } from './v1/take-step.ts'

/** Everything a program can ask. The addresses and the description are both made from this list. */
export const OPERATIONS: readonly Operation[] = [
  submit,
  lookUp,
  takeOwnStep,
  suggest,
  listEntities,
  listCategories,
  listCases,
  readCase,
  readEvents,
  similarCases,
  takeStep,
  readIndicators,
  listOpenData,
  readProblems,
]
