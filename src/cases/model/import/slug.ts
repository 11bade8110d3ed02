import { createHash } from 'node:crypto'

/**
 * An id for a name from elsewhere: small letters, digits and hyphens, the same whenever the same name comes.
 * Where the plain one is somebody else's, the source stands behind it; a name without a Latin letter is
 * named after its hash.
 *
 * @param taken whether an id belongs to something else
 */
export function slugOf(name: string, source: string, taken: (id: string) => boolean): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const plain = trimmed(name.normalize('NFKD').toLowerCase(), 60)
  const behind = trimmed(source.toLowerCase(), 15) || 'import'
  const candidates = [...(plain ? [plain, `${plain.slice(0, 60)}-${behind}`] : []), `${behind}-${hash}`]
  return candidates.find((id) => !taken(id)) ?? `${behind}-${hash}-${plain.slice(0, 50)}`
}

const trimmed = (text: string, most: number): string =>
  text
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '')
