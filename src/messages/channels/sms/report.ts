import type { DeliveryReport } from '../../model/report.ts'
import { textAt, valueAt } from '../value-at.ts'

/** How a gateway reports later what became of a text message. */
export interface ReportMapping {
  /** Stands in the address that the gateway calls. */
  secret: string
  /** Where the gateway's own id stands, ours, and the state. */
  id: string
  own?: string
  status: string
  /** Where a list of reports stands; without it each call is one report, or a bare list. */
  list?: string
  delivered: readonly string[]
  failed: readonly string[]
}

/** The words of SMPP and of the usual gateways. */
const DELIVERED = 'delivered,delivrd,success,read'
const FAILED = 'failed,undelivered,undeliv,undeliverable,rejected,rejectd,expired,deleted'
/** An address that can be guessed is no secret. */
const SHORTEST = 20

/** @returns undefined when the operator wants no reports, or gave a secret that is too short to be one */
export function understandReports(said: URLSearchParams): ReportMapping | undefined {
  const secret = said.get('reports') ?? ''
  if (secret.length < SHORTEST || !/^[\w-]+$/.test(secret)) return undefined
  const list = (name: string, usual: string) => (said.get(name) ?? usual).toLowerCase().split(',')
  return {
    secret,
    id: said.get('report.id') ?? 'id',
    own: said.get('report.own') ?? undefined,
    status: said.get('report.status') ?? 'status',
    list: said.get('report.list') ?? undefined,
    delivered: list('report.delivered', DELIVERED),
    failed: list('report.failed', FAILED),
  }
}

const MOST = 1000

/** What a gateway's call says of our messages; states on the way say nothing yet. */
export function readSmsReports(given: unknown, mapping: ReportMapping): DeliveryReport[] {
  const listed = mapping.list ? valueAt(given, mapping.list) : given
  return (Array.isArray(listed) ? listed : [listed]).slice(0, MOST).flatMap((one): DeliveryReport[] => {
    const text = (path?: string) => (path ? textAt(one, path, 200) : undefined)
    const state = text(mapping.status)?.toLowerCase() ?? ''
    const action = mapping.delivered.includes(state)
      ? 'delivered'
      : mapping.failed.includes(state)
        ? 'failed'
        : undefined
    const [providerId, messageId] = [text(mapping.id), text(mapping.own)]
    return action && (providerId || messageId)
      ? [{ channel: 'sms', action, providerId, messageId, status: state }]
      : []
  })
}
