export interface Say {
  print: (line: string) => void
  complain: (line: string) => void
}

/** Says why not. @returns the exit code */
export function refused({ complain }: Say, why: string): number {
  complain(why)
  return 1
}
