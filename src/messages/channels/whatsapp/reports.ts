import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DeliveryReport } from '../../model/report.ts'
import { valueAt } from '../value-at.ts'

/** What WhatsApp's calls are known by: the app's secret signs them, the token answers the first one. */
export interface WhatsappHook {
  secret: string
  verify: string
}

/** Reads what stands behind `#` in WHATSAPP_URL; it is never sent. @returns undefined when one is missing */
export function understandHook(url: string): WhatsappHook | undefined {
  const said = new URLSearchParams(new URL(url).hash.slice(1))
  const [secret, verify] = [said.get('secret'), said.get('verify')]
  return secret && verify ? { secret, verify } : undefined
}

/** Whether the app's secret signed exactly these bytes (`X-Hub-Signature-256`). */
export function isSigned({ secret }: WhatsappHook, raw: Uint8Array, signature: string): boolean {
  const [, hex = ''] = /^sha256=([0-9a-f]{64})$/i.exec(signature) ?? []
  const expected = createHmac('sha256', secret).update(raw).digest()
  return hex !== '' && timingSafeEqual(Buffer.from(hex, 'hex'), expected)
}

/** What became of messages; everything else in such a call is about something else. */
export const readWhatsappReports = (given: unknown): DeliveryReport[] =>
  each(valueAt(given, 'entry'))
    .flatMap((entry) => each(valueAt(entry, 'changes')))
    .flatMap((change) => each(valueAt(change, 'value.statuses')))
    .flatMap((status): DeliveryReport[] => {
      const action = ACTIONS[text(valueAt(status, 'status'))]
      if (!action) return []
      return [
        {
          channel: 'whatsapp',
          action,
          providerId: text(valueAt(status, 'id')) || undefined,
          messageId: text(valueAt(status, 'biz_opaque_callback_data')) || undefined,
          status: text(valueAt(status, 'errors.0.code')) || undefined,
        },
      ]
    })

const ACTIONS: Readonly<Record<string, DeliveryReport['action'] | undefined>> = {
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
}

const each = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : ''
