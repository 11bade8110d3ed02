import { searchTerms } from '#language'
import type { Consumer } from '#platform'
import { eventsAfter, type FedEvent } from '../store/feed.ts'
import * as search from '../store/search.ts'

/** Keeps the desk's search in step with what happens; the first reader of the feed. */
export const searchIndexer: Consumer<FedEvent> = {
  name: 'search',
  read: eventsAfter,
  async handle(tx, events) {
    const found = await search.searchables(tx, [...new Set(events.map(({ caseId }) => caseId))])
    await search.putTerms(
      tx,
      found.map(({ caseId, texts }) => ({ caseId, terms: searchTerms(texts.join('\n')) })),
    )
  },
}
