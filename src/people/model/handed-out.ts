import { randomInt } from 'node:crypto'

/** Without letters and digits that are mistaken for each other when they are read out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for handing over once, 99 bits in four groups, to be changed by its owner. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-')
