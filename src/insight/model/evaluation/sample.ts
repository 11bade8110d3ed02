import { createHash } from 'node:crypto'

/** A released reply, by the event in which it was written. */
export interface Reply {
  caseId: string
  seq: number
  entity: string
}

/** So many replies of an entity are reviewed each month. */
export const SAMPLE = 12

/**
 * Which replies are reviewed: for each entity those whose fingerprints under the seed come first. Nobody can know
 * them before there is a seed, everybody can draw them again after; the order in which replies are given does not matter.
 */
export function drawSample<Given extends Reply>(
  replies: readonly Given[],
  seed: string,
  size = SAMPLE,
): Given[] {
  const byEntity = Map.groupBy(replies, ({ entity }) => entity)
  return [...byEntity.values()].flatMap((own) =>
    inOrder(own, seed)
      .slice(0, size)
      .map(({ reply }) => reply),
  )
}

/** So many replies of a person are reviewed each month, if they gave so many. */
export const PERSON_SAMPLE = 3
/** So many more replies are drawn for the people of one place in a month, at most: reviewers' hours are counted too. */
export const MOST_FOR_PEOPLE = 24

/**
 * Which replies are reviewed for the persons' sake, beside an entity's sample that gave some of them too few. Everybody
 * gets their first before anybody gets their last; who is left out in a large office is chance, another each month.
 *
 * @param drawn the entities' own samples
 */
export function drawForPeople<Given extends PersonsReply>(
  replies: readonly Given[],
  drawn: readonly Given[],
  seed: string,
): Given[] {
  const have = Map.groupBy(drawn, personOf)
  const byPerson = Map.groupBy(
    replies.filter(({ person }) => person !== null),
    personOf,
  )
  const candidates = [...byPerson].flatMap(([person, own]) => {
    const already = new Set(have.get(person)?.map(keyOf))
    return inOrder(
      own.filter((reply) => !already.has(keyOf(reply))),
      seed,
    )
      .slice(0, Math.max(0, PERSON_SAMPLE - already.size))
      .map(({ reply, mark }, at) => ({ reply, mark, nth: already.size + at }))
  })
  return [...Map.groupBy(candidates, ({ reply }) => reply.personAt ?? reply.entity).values()].flatMap((own) =>
    own
      .sort((one, other) => one.nth - other.nth || (one.mark < other.mark ? -1 : 1))
      .slice(0, MOST_FOR_PEOPLE)
      .map(({ reply }) => reply),
  )
}

interface PersonsReply extends Reply {
  person: string | null
  personAt: string | null
}

const personOf = ({ person, personAt }: PersonsReply) => `${person} ${personAt}`
const keyOf = ({ caseId, seq }: Reply) => `${caseId}/${seq}`

const inOrder = <Given extends Reply>(replies: readonly Given[], seed: string) =>
  replies
    .map((reply) => ({ reply, mark: fingerprint(reply, seed) }))
    .sort((one, other) => (one.mark < other.mark ? -1 : 1))

const fingerprint = ({ caseId, seq }: Reply, seed: string): string =>
  createHash('sha256').update(`${seed}/${caseId}/${seq}`).digest('hex')
