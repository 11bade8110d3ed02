import type { open311 as reference } from '../ar/open311.ts'

export const open311: typeof reference = {
  type: 'Kind of request',
  remedy: 'What would you like to happen?',
  notice: (pin, day) =>
    `Keep the number and the PIN ${pin} to follow your case. You get an answer by ${day}.`,
}
