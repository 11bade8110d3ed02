/** Where an officer is; the part of the address after `#`, which no server is told. */
export type Place =
  | { at: 'inbox' | 'closed' | 'custody' | 'statistics' | 'account' }
  | { at: 'report'; id: string }
  | { at: 'enrol'; invite: string }

const PLAIN = ['inbox', 'closed', 'custody', 'statistics', 'account'] as const

export function placeOf(hash: string): Place {
  const [at = '', rest = ''] = hash.replace(/^#\/?/, '').split('/', 2)
  if (at === 'enrol' && rest) return { at, invite: rest }
  if (at === 'report' && /^[0-9a-f]{32}$/.test(rest)) return { at, id: rest }
  return { at: PLAIN.find((each) => each === at) ?? 'inbox' }
}

export const hashOf = (place: Place): string =>
  place.at === 'report'
    ? `#report/${place.id}`
    : place.at === 'enrol'
      ? `#enrol/${place.invite}`
      : `#${place.at}`

/** A report as people name it: the first twelve digits of its id, in three groups. */
export const shortOf = (id: string): string => (id.slice(0, 12).match(/.{4}/g) ?? []).join('-')
