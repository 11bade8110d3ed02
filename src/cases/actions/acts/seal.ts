import { z } from 'zod'
import { no, yes } from '#kernel'
import { eraseSealed } from '../../store/seal.ts'
import { act } from '../act.ts'

/**
 * A report of a violation that came to the wrong desk. Whoever takes this step has handed it over to the sealed room
 * in the same transaction; here all its words are erased, and the history says only that it was sealed.
 */
export const seal = act({
  input: z.strictObject({}),
  decide(found, _, { tx }) {
    // A part repeats the words of its whole.
    if (found.parent) return no('case-is-in-parts')
    return yes({ facts: { outcome: 'transferred' }, also: () => eraseSealed(tx, found.id) })
  },
})
