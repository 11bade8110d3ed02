import { findWithPin } from '#cases'
import { parseReference } from '#kernel'
import type { Db } from '#platform'
import type { AppTools } from '../../tools.ts'
import { guarded } from './limits.ts'

/**
 * A case for whoever has its number and its PIN and nothing else. A page, the API or a conversation: by whichever door
 * somebody guesses, wrong tries are one count for the number, and one for where they come from.
 *
 * @param from the address of the network, or a channel's own name of the sender
 */
export const caseWithPin = (
  { pins, secret, wall, ...tools }: AppTools,
  typed: { reference: string; pin: string },
  from: string | undefined,
  db: Db = tools.db,
) =>
  guarded(
    [
      [pins.number, parseReference(typed.reference)],
      [pins.address, from],
    ],
    wall.now(),
    () => findWithPin({ db, secret }, typed),
  )
