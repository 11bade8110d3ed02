/**
 * Sawt cannot start, and somebody can change that: the message is one sentence for the person at the
 * console, with the remedy in it. It is printed without a stack; anything else thrown at start is a bug.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
