export const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why there was no answer. `forbidden`: the address leads into our own network. */
export const FAULTS = [
  'forbidden',
  'no-such-name',
  'timeout',
  'refused',
  'certificate',
  'broken',
  'unreachable',
  'no-secret',
  'gave-up',
] as const
export type Fault = (typeof FAULTS)[number]
