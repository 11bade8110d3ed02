import { type Limiter, limiter } from '#people'

/** How often the chat may be used. Made once for each application. */
export interface ChatLimits {
  /** Messages of one conversation. */
  readonly messages: Limiter
  /** Messages from one address, behind which a whole village may sit. */
  readonly address: Limiter
  /** Cases from one address. */
  readonly submissions: Limiter
}

export const chatLimits = (): ChatLimits => ({
  messages: limiter({ burst: 30, everySeconds: 3 }),
  address: limiter({ burst: 300, everySeconds: 1 }),
  submissions: limiter({ burst: 30, everySeconds: 10 }),
})
