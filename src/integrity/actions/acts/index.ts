import type { StepName } from '../../model/steps.ts'
import type { Act } from './ctx.ts'
import { declareConflict, erase, handOver, hold, lift, share, withdrawAsk } from './holders.ts'
import { askIdentity } from './identity.ts'
import { acknowledge, close, feedback, message, note, refer, reopen, transcript, triage } from './write.ts'

/** What each step of the table does. */
export const ACTS: { [Name in StepName]: Act<Name> } = {
  acknowledge,
  triage,
  note,
  message,
  transcript,
  refer,
  feedback,
  close,
  reopen,
  'ask-identity': askIdentity,
  share,
  'hand-over': handOver,
  'declare-conflict': declareConflict,
  hold,
  lift,
  erase,
  'withdraw-ask': withdrawAsk,
}
