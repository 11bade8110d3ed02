import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import { isOnboarding, type Onboarding } from '../model/directory.ts'
import { raiseConfiguration } from '../store/directory.ts'
import { lockEntity, setOnboarding } from '../store/entities.ts'
import type { Tools } from './tools.ts'

export interface OnboardingMove {
  readonly entityId: string
  readonly stage: string
}

export interface Moved {
  readonly before: Onboarding
  readonly stage: Onboarding
  /** It works in Sawt itself from now on: its open cases, which the central office held, become its own. */
  readonly joined: boolean
  /** It no longer does: the central office acts for it again. */
  readonly left: boolean
}

/** Takes an entity to a stage of joining, forward or back. The central office is always joined. */
export async function moveOnboarding(
  { db }: Tools,
  by: Author,
  { entityId, stage }: OnboardingMove,
): Promise<Result<Moved, 'not-allowed' | 'not-found' | 'onboarding-unknown' | 'central-office-stays'>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (!isOnboarding(stage)) return no('onboarding-unknown', { stage })
  return db.transaction(async (tx) => {
    await raiseConfiguration(tx)
    const found = await lockEntity(tx, entityId)
    if (!found) return no('not-found')
    if (found.central) return no('central-office-stays')
    await setOnboarding(tx, entityId, stage)
    const [was, is] = [found.onboarding === 'joined', stage === 'joined']
    return yes({ before: found.onboarding, stage, joined: is && !was, left: was && !is })
  })
}
