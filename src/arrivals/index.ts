/** What arrives by mail and SMS. Nothing disappears: a case, an addition, or something that people see waiting. */
export {
  countWaiting,
  type Decision,
  findArrival,
  listArrivals,
  maySettle,
  settle,
  tidyArrivals,
} from './actions/quarantine.ts'
export { readMail } from './actions/read-mail.ts'
export { readMailbox, takeRaw } from './actions/read-mailbox.ts'
export { type Taken, type Tools, takeIn } from './actions/take-in.ts'
export { type Arrival, REASONS, type Reason } from './model/arrival.ts'
export { ownAddresses } from './model/own-addresses.ts'
export type { WaitingArrival } from './store/arrivals.ts'
