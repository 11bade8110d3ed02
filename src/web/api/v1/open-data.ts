import { z } from '@hono/zod-openapi'
import { TABLES } from '#insight'
import { yes } from '#kernel'
import { catalogue } from '../../open-data/index.ts'
import { openTo } from '../operation.ts'

const address = z.url().openapi({ description: 'Stays where it is.' })

export const listOpenData = openTo({
  method: 'get',
  path: '/open-data',
  name: 'listOpenData',
  summary: 'Open data: what is published, and where',
  description:
    'Figures of each quarter that is over and settled, as CSV and JSON at addresses that stay, with a dictionary of their columns. Numbers under five are kept back, and those by which they could be worked out.',
  answer: z
    .strictObject({
      dictionary: z.strictObject({ csv: address, json: address }),
      catalog: address.openapi({ description: 'The same for catalogues of open data (DCAT).' }),
      periods: z.array(
        z.strictObject({
          period: z.string().openapi({ example: '2026-q3' }),
          from: z.iso.date(),
          to: z.iso.date().openapi({ description: 'Its last day.' }),
          tables: z.array(z.strictObject({ table: z.enum(TABLES), csv: address, json: address })),
        }),
      ),
    })
    .openapi('OpenData'),
  async handle({ c }) {
    return yes(await catalogue(c))
  },
})
