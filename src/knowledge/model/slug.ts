/** The address of an article: its English title, or a piece of its id where there is none. */
export function slugOf(title: string, id: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return words.length >= 3 ? words : `a-${id.slice(-12)}`
}
