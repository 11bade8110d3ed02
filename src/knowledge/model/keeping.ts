/** A conversation is erased so long after its last word; what became a case stays with the case. */
export const KEPT_FOR = { hours: 30 * 24 }

/** Messages brought again later than this are too old to be taken for the same. */
export const REMEMBERED_FOR = { hours: 7 * 24 }

/** So long after the last key somebody is taken to be writing. */
export const TYPING_FOR = { seconds: 6 }

/** Characters of one message. */
export const LONGEST_MESSAGE = 4_000
