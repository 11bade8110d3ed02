import type { Say } from '../command.ts'

/** Says why not. @returns the exit code */
export function refused({ complain }: Say, why: string): number {
  complain(why)
  return 1
}
