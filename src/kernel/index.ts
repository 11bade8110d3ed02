export { type Clock, stoppedClock, systemClock } from './clock.ts'
export { isId, newId, newSecret } from './ids.ts'
export { checkDigit, formatReference, newReference, parseReference, westernDigits } from './reference.ts'
export { type No, no, type Result, type Yes, yes } from './result.ts'
