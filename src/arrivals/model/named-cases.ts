import { parseReference, westernDigits } from '#kernel'

/** The numbers of cases that a text names, in any digits, each once. */
export function namedCases(...texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => westernDigits(text).match(NUMBER) ?? [])
  return [...new Set(found.flatMap((number) => parseReference(number) ?? []))]
}

/** Eleven digits with what people put between them; longer rows of digits are something else. */
const NUMBER = /(?<!\d)\d{2}[\s\-–.]?\d{4}[\s\-–.]?\d{4}[\s\-–.]?\d(?!\d)/g
