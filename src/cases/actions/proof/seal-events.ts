import type { Consumer, Db } from '#platform'
import { type Batch, batchHash, comparePlaces, type Place, packEntries } from '../../model/proof/batch.ts'
import { asInstantText, eventHash } from '../../model/proof/event-text.ts'
import { EMPTY_TREE, grow, packPeaks, rootOf, type Tree, unpackPeaks } from '../../model/proof/tree.ts'
import { add, addNodes, lastBatch, type SealableRow, sealableAfter } from '../../store/proof/chain.ts'

/** Where the feed begins. */
export const BEGINNING: Place = { tx: '0', caseId: '00000000-0000-0000-0000-000000000000', seq: 0 }

/**
 * Seals what happened: each batch of events grows the tree and becomes a link of the chain.
 *
 * The order is the feed's, so that sealing everything again from the start gives the same roots, however it
 * falls into batches.
 */
export const chainSealer: Consumer<SealableRow> = {
  name: 'chain',
  async read(tx, after, limit) {
    const before = (await lastBatch(tx))?.last ?? BEGINNING
    // Sealing on would bury what happened to the chain; `sawt verify` tells what it was.
    if (comparePlaces(before, after) !== 0)
      throw new Error('The chain does not end where its reader of the feed stands: run `sawt verify`')
    return sealableAfter(tx, after, limit)
  },
  handle: seal,
}

async function seal(tx: Db, events: SealableRow[]): Promise<void> {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return
  const before = await lastBatch(tx)
  const entries = events.map((event) => ({
    caseId: event.caseId,
    seq: event.seq,
    hash: eventHash({ ...event, at: asInstantText(event.at) }),
  }))
  const { tree, nodes } = grow(
    treeOf(before),
    entries.map(({ hash }) => hash),
  )
  const link = {
    number: (before?.number ?? 0) + 1,
    first: placeOf(first),
    last: placeOf(last),
    count: entries.length,
    size: tree.size,
    root: rootOf(tree),
    previous: before?.hash ?? null,
  }
  await add(tx, { ...link, peaks: packPeaks(tree), entries: packEntries(entries), hash: batchHash(link) })
  if (nodes.length > 0) await addNodes(tx, nodes)
}

const treeOf = (batch: Batch | undefined): Tree =>
  batch ? { size: batch.size, peaks: unpackPeaks(batch.peaks) } : EMPTY_TREE

const placeOf = ({ tx, caseId, seq }: Place): Place => ({ tx, caseId, seq })
