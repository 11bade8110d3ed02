export { rollUpKeeper } from './actions/roll-ups/keep-roll-ups.ts'
export { rebuildRollUps } from './actions/roll-ups/rebuild.ts'
export { type Balance, type Reconciled, reconcile } from './actions/roll-ups/reconcile.ts'
