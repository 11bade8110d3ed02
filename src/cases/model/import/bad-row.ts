/** A reason to refuse one row, in words; `rowReader` makes a refusal of it. */
export class BadRow extends Error {}
