const SHORTEST = 2
const LONGEST = 4

/** Runs of two to four letters of padded words: what still meets when spelling or stem differ. */
export function runs(words: readonly string[]): string[] {
  return words.flatMap(runsOf)
}

export function runsOf(word: string): string[] {
  const found: string[] = []
  const padded = ` ${word} `
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let start = 0; start + length <= padded.length; start++)
      found.push(padded.slice(start, start + length))
  }
  return found
}
