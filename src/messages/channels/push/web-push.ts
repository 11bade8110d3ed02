import webpush from 'web-push'
import type { Outcome, Outgoing } from '../../model/outgoing.ts'
import type { Channel } from '../channel.ts'
import { ask, isOutcome, outcomeOf } from '../http.ts'
import type { VapidKeys } from './vapid.ts'

export interface Browser {
  endpoint: string
  p256dh: string
  auth: string
}

export interface PushSettings {
  keys: VapidKeys
  /** Who push services may turn to: the service's own address. */
  publicUrl: string
  find(id: string): Promise<Browser | undefined>
  /** The browser is gone or took its permission back. */
  drop(id: string): Promise<unknown>
  /** Whether an endpoint is a push service at all; see `isPushService`. */
  allowed?: (endpoint: string) => boolean
}

/** Seconds for which a push service keeps a notification for a browser that is switched off. */
const KEPT = 24 * 60 * 60

/** Notifications to browsers, encrypted for each (RFC 8291); the address of a message is the subscription's id. */
export function pushChannel({ keys, publicUrl, find, drop, allowed = isPushService }: PushSettings): Channel {
  const subject = publicUrl.startsWith('https:') ? publicUrl : 'https://localhost'
  return {
    name: 'push',
    send: async (outgoing) => {
      const browser = await find(outgoing.address)
      if (!browser || !allowed(browser.endpoint)) return { state: 'refused', fault: 'no-subscription' }
      const details = webpush.generateRequestDetails(
        { endpoint: browser.endpoint, keys: { p256dh: browser.p256dh, auth: browser.auth } },
        payload(outgoing),
        { TTL: KEPT, vapidDetails: { subject, ...keys }, urgency: 'normal' },
      )
      const { 'Content-Length': _, ...headers } = details.headers as Record<string, string>
      const body = details.body ? new Uint8Array(details.body) : undefined
      const answer = await ask(browser.endpoint, { method: 'POST', headers, body })
      if (isOutcome(answer)) return answer
      const gone = answer.status === 404 || answer.status === 410
      if (gone) await drop(outgoing.address)
      return outcomeOfPush(answer.status, outcomeOf(answer))
    },
  }
}

/** What the browser shows; nothing of the case but its number. */
const payload = ({ id, subject, language, link }: Outgoing) =>
  JSON.stringify({ id, title: subject, language, link: link ?? null })

/** One browser's push service says nothing of another's: nothing here means that all of them are down. */
const outcomeOfPush = (status: number, outcome: Outcome): Outcome => {
  if (outcome.state !== 'later') return outcome
  return status === 401 || status === 403
    ? { state: 'refused', fault: outcome.fault }
    : { ...outcome, down: false }
}

/**
 * The push services of the browsers that exist. A subscription comes from outside: without this list it could make
 * us speak to any machine of our own network.
 */
export function isPushService(endpoint: string): boolean {
  const url = URL.parse(endpoint)
  return url?.protocol === 'https:' && !url.port && SERVICES.some((service) => service.test(url.hostname))
}

const SERVICES = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^([\w-]+\.)*push\.apple\.com$/,
  /^([\w-]+\.)*notify\.windows\.com$/,
]
