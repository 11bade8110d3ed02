import type { OnCard } from '#insight'

/** Where the list behind a number of a card is, below the language. */
export const onCardAddress = (
  id: string,
  what: OnCard,
  { only, from }: { only?: string; from?: string } = {},
): string =>
  `/evaluation/cards/${id}/cases?${new URLSearchParams({ what, ...(only && { only }), ...(from && { from }) })}`
