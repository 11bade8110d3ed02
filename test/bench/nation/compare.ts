/** What a comparison came to. */
export interface Tally {
  compared: number
  differences: string[]
  /** Numbers compared on each kind of page. */
  pages: Record<string, number>
}

/** Holds what is shown against what was worked out. */
export function comparing() {
  const tally: Tally = { compared: 0, differences: [], pages: {} }
  return {
    tally,
    /**
     * @param kind of page, for the sum
     * @param where said of a difference, so that a person finds the number
     */
    same(kind: string, where: string, shown: unknown, own: unknown): void {
      tally.compared++
      tally.pages[kind] = (tally.pages[kind] ?? 0) + 1
      const either = Array.isArray(own) ? own : [own]
      if (!either.includes(shown))
        tally.differences.push(`${where}: shown ${JSON.stringify(shown)}, counted ${JSON.stringify(own)}`)
    },
    /** Something that must hold of a page and is no number. */
    must(where: string, so: boolean): void {
      if (!so) tally.differences.push(where)
    },
  }
}

export type Comparing = ReturnType<typeof comparing>

/** Who asks for a page, and how: over HTTP, or of the application in a test. */
export type Get = (who: string | undefined, path: string) => Promise<string>
