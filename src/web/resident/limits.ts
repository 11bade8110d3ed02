import { type Limiter, limiter, type SignInLimits, signInLimits } from '#people'

/** How often residents' doors may be tried. Made once for each application. */
export interface ResidentLimits {
  /** Submissions from one address, behind which a whole village may sit. */
  readonly submissions: Limiter
  /** Wrong PINs for one number: a million PINs, and some 300 tries a day. */
  readonly pins: Limiter
  /** Wrong numbers or PINs from one address. */
  readonly lookups: Limiter
  readonly signIn: SignInLimits
}

export const residentLimits = (): ResidentLimits => ({
  submissions: limiter({ burst: 30, everySeconds: 10 }),
  pins: limiter({ burst: 10, everySeconds: 300 }),
  lookups: limiter({ burst: 60, everySeconds: 10 }),
  signIn: signInLimits(),
})
