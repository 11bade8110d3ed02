import { z } from 'zod'
import { CHANNELS, chosen, maybeChosen, TYPES } from '#cases'
import { parsePeriod } from './period.ts'

/** By what the table and the chart of a dashboard tell apart. */
export const VIEWS_BY = ['entity', 'sector', 'category', 'place', 'channel', 'type'] as const
export type ViewBy = (typeof VIEWS_BY)[number]

const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional())

/** What an address says for cases that have no entity, no sector, no category or no place. */
export const WITHOUT = 'none'

/** The questions of a dashboard, as its address asks them. */
export const dashboardQuery = z.object({
  period: maybe(z.string().refine((name) => parsePeriod(name) !== undefined, 'not-understood')),
  entity: maybeChosen,
  sector: maybeChosen,
  category: maybeChosen,
  place: maybeChosen,
  type: maybe(chosen(TYPES)),
  channel: maybe(chosen(CHANNELS)),
  by: maybe(chosen(VIEWS_BY)),
})
export type DashboardQuery = z.output<typeof dashboardQuery>
