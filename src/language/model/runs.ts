const SHORTEST = 3
const LONGEST = 4

/** Runs of three and four letters of padded terms: what still meets when spelling or stem differ. */
export function runs(terms: readonly string[]): string[] {
  const found: string[] = []
  for (const term of terms) {
    const padded = ` ${term} `
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let start = 0; start + length <= padded.length; start++)
        found.push(padded.slice(start, start + length))
    }
  }
  return found
}
