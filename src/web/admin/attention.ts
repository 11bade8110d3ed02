import { readInstallation } from '#entities'
import { listCalendars, listPromises } from '#promises'
import { contentOf } from './calendars/find.ts'
import { today } from './calendars/today.ts'
import { lacksContact, lacksLiaison } from './entities/lacking.ts'
import type { Admin } from './form-page.ts'
import { everybody, liaisonsByEntity } from './liaisons.ts'
import { REQUEST_TYPES } from './promises/rows.ts'
import { wordsOf } from './read.ts'
import { stateOf } from './staff/state.tsx'

/** Something that is missing, and where it can be mended. */
export interface Need {
  text: string
  href: string
}

/** What an administrator should see to, the gravest first. */
export async function needs(c: Admin): Promise<Need[]> {
  const { tools } = c.var
  const { needs: said } = wordsOf(c).admin.overview
  const directory = await tools.directory()
  const liaisons = await liaisonsByEntity(c)
  const entities = directory.entities('ar')
  const now = tools.clock.now()
  const year = today(now, directory.timeZone).year + 1
  const written = new Set((await listPromises(tools.db)).flatMap(isGeneral))
  const counted: [number, (count: number) => string, string][] = [
    [directory.central ? 0 : 1, () => said.noCentral, '/admin/entities'],
    [
      entities.filter((entity) => lacksLiaison(entity, liaisons)).length,
      said.noLiaison,
      '/admin/entities?state=no-liaison',
    ],
    [entities.filter(lacksContact).length, said.noContact, '/admin/entities?state=no-contact'],
    [
      directory.categories('ar').filter(({ entityId }) => !entityId).length,
      said.noOwner,
      '/admin/categories?owner=nobody&state=active',
    ],
    [
      (await everybody(c)).filter((person) => stateOf(person, now) === 'no-factor').length,
      said.noFactor,
      '/admin/staff?state=no-factor',
    ],
    [await withoutHolidays(c, year), (count) => said.noHolidays(count, year), '/admin/calendars'],
    [REQUEST_TYPES.filter((type) => !written.has(type)).length, said.noPromise, '/admin/promises'],
    [(await readInstallation(tools.db)).outsideRemedy ? 0 : 1, () => said.noRemedy, '/admin/installation'],
  ]
  return counted.flatMap(([count, text, href]) => (count > 0 ? [{ text: text(count), href }] : []))
}

const isGeneral = ({ type, category, entity }: { type: string; category?: string; entity?: string }) =>
  category || entity ? [] : [type]

/** Calendars without a single holiday in a year: nobody has announced it yet, or nobody has entered it. */
async function withoutHolidays(c: Admin, year: number): Promise<number> {
  const { db } = c.var.tools
  let count = 0
  for (const { id } of await listCalendars(db)) {
    const { holidays } = await contentOf(db, id)
    if (!holidays.some(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)) count++
  }
  return count
}
