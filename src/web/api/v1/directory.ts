import { z } from '@hono/zod-openapi'
import { ONBOARDING } from '#entities'
import { yes } from '#kernel'
import { openTo } from '../operation.ts'
import { localeOf } from '../problem.ts'
import { names } from '../shapes/common.ts'

const entity = z
  .strictObject({
    id: z.string(),
    name: names,
    sector: z.string().nullable(),
    sectorName: names.nullable(),
    onboarding: z.enum(ONBOARDING).openapi({
      description: 'How far it has come in joining. The central office answers for whoever has not joined.',
    }),
    central: z.boolean().openapi({ description: 'The central office itself.' }),
  })
  .openapi('Entity')

const category = z
  .strictObject({
    id: z.string(),
    name: names,
    sector: z.string().nullable(),
    entity: z.string().nullable().openapi({ description: 'Who usually answers, where that is one.' }),
    urgency: z.string(),
  })
  .openapi('Category')

export const listEntities = openTo({
  method: 'get',
  path: '/entities',
  name: 'listEntities',
  summary: 'The entities that cases can go to',
  answer: z.strictObject({ entities: z.array(entity) }).openapi('Entities'),
  async handle({ tools, c }) {
    const directory = await tools.directory()
    const entities = directory.entities(localeOf(c)).map(({ id, name, sectorId, onboarding, central }) => ({
      ...{ id, name: { ...name }, onboarding, central, sector: sectorId },
      sectorName: directory.sector(sectorId)?.name ?? null,
    }))
    return yes({ entities })
  },
})

export const listCategories = openTo({
  method: 'get',
  path: '/categories',
  name: 'listCategories',
  summary: 'What cases are about',
  answer: z.strictObject({ categories: z.array(category) }).openapi('Categories'),
  async handle({ tools, c }) {
    const directory = await tools.directory()
    const categories = directory.categories(localeOf(c)).map(({ id, name, sectorId, entityId, urgency }) => ({
      ...{ id, name: { ...name }, sector: sectorId, entity: entityId, urgency },
    }))
    return yes({ categories })
  },
})
