import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { papersInTurn } from '../base/papers.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { showBehindCard } from './behind.tsx'
import { postComment, showCard } from './card.tsx'
import { exportEntities, printCard } from './export.ts'
import { postFreeze, showList } from './list.tsx'
import { postPeople, showPeople } from './people.tsx'
import { postReview, showQueue, showReview } from './quality.tsx'

/** The month's evaluation, for the rated and for those who oversee them; mounted below each language. */
export function evaluationPages(): Hono<Env> {
  const papers = papersInTurn()
  return new Hono<Env>().route(
    '/evaluation',
    new Hono<StaffEnv>()
      .use('*', staffOnly)
      .get('/', (c) => showList(c))
      .post('/freeze', postFreeze)
      .get('/cards/:id', (c) => showCard(c))
      .post('/cards/:id', postComment)
      .get('/cards/:id/pdf', papers, printCard)
      .get('/cards/:id/cases', showBehindCard)
      .use('/export/pdf', papers)
      .get('/export/:format', exportEntities)
      .get('/people', (c) => showPeople(c))
      .post('/people', postPeople)
      .get('/quality', showQueue)
      .get('/quality/:case/:seq', (c) => showReview(c))
      .post('/quality/:case/:seq', postReview),
  )
}
