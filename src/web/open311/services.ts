import { TYPES } from '#cases'
import { type Locale, words } from '#words'
import { localeOf } from '../api/problem.ts'
import { list, one, refused } from './answer.ts'
import type { Answering } from './route.ts'

/** GET services: every active category is a service. */
export const services: Answering = async ({ c, format, asked }) => {
  const locale = readersLocale(asked.locale, localeOf(c))
  const directory = await c.var.tools.directory()
  const all = directory.categories(locale).map(({ id, name, sectorId, phrases }) => ({
    service_code: id,
    service_name: name[locale],
    description: phrases[locale]?.[0] ?? name[locale],
    metadata: true,
    type: 'realtime',
    keywords: (phrases[locale] ?? []).slice(0, 8).join(','),
    group: directory.sector(sectorId)?.name[locale] ?? '',
  }))
  return list(c, format, { list: 'services', each: 'service' }, all)
}

/** GET services/{code}: what may be told beside the text itself. */
export const definition: Answering = async ({ c, format, asked, id }) => {
  const locale = readersLocale(asked.locale, localeOf(c))
  const category = (await c.var.tools.directory()).category(id)
  if (!category?.active) return refused(c, format, 404, 'service_code was not found')
  const attributes = attributesIn(locale)
  const asXml = attributes.map(({ values, ...attribute }) => ({ ...attribute, values: { value: values } }))
  return one(
    c,
    format,
    'service_definition',
    { service_code: category.id, attributes },
    { service_code: category.id, attributes: { attribute: asXml } },
  )
}

export const readersLocale = (asked: string | undefined, preferred: Locale): Locale =>
  asked?.startsWith('ar') ? 'ar' : asked?.startsWith('en') ? 'en' : preferred

function attributesIn(locale: Locale) {
  const { open311, common: names } = words(locale)
  const optional = { variable: true, required: false, datatype_description: '' }
  return [
    {
      ...optional,
      code: 'type',
      datatype: 'singlevaluelist',
      order: 1,
      description: open311.type,
      values: TYPES.map((key) => ({ key, name: names.types[key] })),
    },
    { ...optional, code: 'remedy', datatype: 'text', order: 2, description: open311.remedy, values: [] },
  ]
}
