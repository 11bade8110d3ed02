import { type Limiter, limiter, type SignInLimits, signInLimits } from '#people'

/** How often residents' doors may be tried. Made once for each application. */
export interface ResidentLimits {
  /** Submissions from one address, behind which a whole village may sit. */
  readonly submissions: Limiter
  readonly signIn: SignInLimits
}

export const residentLimits = (): ResidentLimits => ({
  submissions: limiter({ burst: 30, everySeconds: 10 }),
  signIn: signInLimits(),
})
