import { no, type Result, yes } from '#kernel'
import { readBounce } from '../channels/mail/bounce.ts'
import { understandGateway } from '../channels/sms/mapping.ts'
import { readSmsReports } from '../channels/sms/report.ts'
import { readWhatsappMessages } from '../channels/whatsapp/inbound.ts'
import { isSigned, readWhatsappReports, understandHook } from '../channels/whatsapp/reports.ts'
import type { InboundChat } from '../model/inbound.ts'
import type { DeliveryReport } from '../model/report.ts'
import { sameSecret } from '../model/same-secret.ts'
import type { Gateways } from './gateways.ts'
import type { Tools } from './tools.ts'
import { recordReport } from './watch-over.ts'

type ReportTools = Pick<Tools, 'db' | 'clock'>

/**
 * Takes note of what an operator's gateway says became of text messages. The same said twice changes nothing.
 *
 * @param secret from the address that was called
 * @param given the fields of the call, as JSON has them
 * @returns how many were about messages of ours; `not-found` when reports are not expected, or not here
 */
export async function takeSmsReports(
  tools: ReportTools,
  { smsUrl }: Gateways,
  { secret, given }: { secret: string; given: unknown },
): Promise<Result<number, 'not-found'>> {
  const mapping = smsUrl ? understandGateway(smsUrl).reports : undefined
  if (!mapping || !sameSecret(mapping.secret, secret)) return no('not-found')
  return yes(await recordAll(tools, readSmsReports(given, mapping)))
}

/** The same of WhatsApp, whose calls are signed over their bytes as they came; and what people wrote to us. */
export async function takeWhatsappReports(
  tools: ReportTools,
  { whatsappUrl }: Gateways,
  { raw, signature }: { raw: Uint8Array; signature: string },
): Promise<
  Result<{ reports: number; messages: InboundChat[] }, 'not-found' | 'not-signed' | 'not-understood'>
> {
  const hook = whatsappUrl ? understandHook(whatsappUrl) : undefined
  if (!hook) return no('not-found')
  if (!isSigned(hook, raw, signature)) return no('not-signed')
  const given = parsed(raw)
  if (given === undefined) return no('not-understood')
  const reports = await recordAll(tools, readWhatsappReports(given))
  return yes({ reports, messages: readWhatsappMessages(given) })
}

/** What to answer when WhatsApp asks whether this address wants its calls; undefined to whoever is not it. */
export function whatsappChallenge(
  { whatsappUrl }: Gateways,
  query: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const hook = whatsappUrl ? understandHook(whatsappUrl) : undefined
  if (!hook || query['hub.mode'] !== 'subscribe' || !sameSecret(hook.verify, query['hub.verify_token'] ?? ''))
    return undefined
  return query['hub.challenge']?.slice(0, 200)
}

/**
 * Takes note of a letter that may be a bounce, for whoever reads the mailbox that mails come from.
 *
 * @returns whether it was a report about a mail: then it is nothing for people to read
 */
export async function takeBounce(tools: ReportTools, raw: Uint8Array): Promise<boolean> {
  const report = await readBounce(raw)
  if (report) await recordReport(tools, report)
  return report !== undefined
}

async function recordAll(tools: ReportTools, reports: readonly DeliveryReport[]): Promise<number> {
  let ours = 0
  for (const report of reports) if (await recordReport(tools, report)) ours++
  return ours
}

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(raw))
  } catch {
    return undefined
  }
}
