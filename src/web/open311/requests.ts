import { casesByOpen311 } from '#cases'
import type { Directory } from '#entities'
import { formatReference, parseReference } from '#kernel'
import { localeOf } from '../api/problem.ts'
import { inZone } from '../api/v1/tell.ts'
import { list, refused } from './answer.ts'
import { type Answering, type Asking, momentOf } from './route.ts'
import { readersLocale } from './services.ts'

type Found = Awaited<ReturnType<typeof casesByOpen311>>[number]

export const REQUESTS = { list: 'service_requests', each: 'request' }

/** GeoReport v2: without dates, the last ninety days. */
const WINDOW = { hours: 24 * 90 }

/** GET requests and GET requests/{id}: cases that came in here, and how they stand. */
export const requests: Answering = async (asking) => {
  const { c, format, asked, id, program } = asking
  const query = queryOf(asking)
  if (typeof query === 'string') return refused(c, format, 400, query)
  const found = await casesByOpen311(c.var.tools, query)
  if (id && found.length === 0) return refused(c, format, 404, 'service_request_id was not found')
  const directory = await c.var.tools.directory()
  const locale = readersLocale(asked.locale, localeOf(c))
  return list(
    c,
    format,
    REQUESTS,
    found.map((each) => ({ ...shown(each, directory, locale), ...(program ? own(each) : about(each)) })),
  )
}

function queryOf({ c, asked, id, program }: Asking) {
  const [from, to] = [momentOf(asked.start_date), momentOf(asked.end_date)]
  if (!from.ok || !to.ok) return 'start_date and end_date must be moments such as 2026-10-01T00:00:00Z'
  const status = asked.status?.split(',').map((each) => each.trim())
  if (status?.some((each) => each !== 'open' && each !== 'closed')) return 'status must be open or closed'
  const numbers = (id || asked.service_request_id)?.split(',').map((each) => parseReference(each))
  const until = to.value ?? c.var.tools.clock.now().add({ seconds: 1 })
  return {
    sentBy: program?.id ?? null,
    references: numbers ? numbers.map((number) => number ?? '') : null,
    from: from.value ?? until.subtract(WINDOW),
    to: until,
    categories: asked.service_code?.split(',').map((each) => each.trim()) ?? null,
    closed: !status || new Set(status).size === 2 ? null : status[0] === 'closed',
  }
}

export const isClosed = (stage: string): boolean => stage === 'answered' || stage === 'closed'

function shown(found: Found, directory: Directory, locale: 'ar' | 'en') {
  const at = inZone(directory.timeZone)
  return {
    service_request_id: formatReference(found.reference),
    status: isClosed(found.stage) ? 'closed' : 'open',
    service_name: directory.category(found.category)?.name[locale],
    service_code: found.category,
    agency_responsible: directory.entity(found.entity)?.name[locale],
    requested_datetime: at(found.receivedAt),
    updated_datetime: at(found.updatedAt),
    expected_datetime: at(found.answerBy),
  }
}

/** To the program that sent it: the words, and where exactly. */
const own = ({ text, place }: Found) => ({
  description: text,
  address: place?.text,
  lat: place?.lat,
  long: place?.lon,
})

/** To anybody: no word that a person wrote, and the place only to some hundred metres. */
const about = ({ place }: Found) => ({ lat: coarse(place?.lat), long: coarse(place?.lon) })

const coarse = (degrees: number | undefined) =>
  degrees === undefined ? undefined : Math.round(degrees * 1000) / 1000

/** GET tokens/{id}: every request has its number at once, so a token is that number. */
export const tokens: Answering = async ({ c, format, id, program }) => {
  const number = parseReference(id)
  const now = c.var.tools.clock.now()
  const query = { sentBy: program?.id ?? null, references: [number ?? ''], from: now, to: now }
  const [found] = await casesByOpen311(c.var.tools, { ...query, categories: null, closed: null })
  if (!found) return refused(c, format, 404, 'token was not found')
  const service_request_id = formatReference(found.reference)
  return list(c, format, REQUESTS, [{ service_request_id, token: id }])
}
