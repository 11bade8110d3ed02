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
    own
      .map((reply) => ({ reply, mark: fingerprint(reply, seed) }))
      .sort((one, other) => (one.mark < other.mark ? -1 : 1))
      .slice(0, size)
      .map(({ reply }) => reply),
  )
}

const fingerprint = ({ caseId, seq }: Reply, seed: string): string =>
  createHash('sha256').update(`${seed}/${caseId}/${seq}`).digest('hex')
