/** A text that fits, cut between characters, with a sign that it was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}
