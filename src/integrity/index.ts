/** The sealed room. Its own web folder and the operator's commands open it; nobody else. */

export { MOST_AGE, readAge, receiveAge } from './actions/age.ts'
export { answerRequest, listCustody } from './actions/custody.ts'
export { DEMONSTRATION_PASSPHRASE, demonstrationInvites } from './actions/demonstration.ts'
export {
  askToRegister,
  type Begun,
  type InvitePurpose,
  invite,
  openInvitation,
  register,
} from './actions/enrol.ts'
export { tidyRoom } from './actions/erase.ts'
export { listReports } from './actions/list-reports.ts'
export {
  addOfficer,
  findOfficer,
  leave,
  listOfficers,
  type NewOfficer,
  plantKey,
} from './actions/officers.ts'
export { openReport, readChunk } from './actions/open-report.ts'
export type { Site } from './actions/passkeys.ts'
export { publishRoster, rosters } from './actions/publish.ts'
export { receiveMoved } from './actions/receive-moved.ts'
export {
  exportRecovery,
  importRecovery,
  type RecoveredFile,
  type RecoveryFile,
  recoveredFile,
  recoveryFile,
} from './actions/recovery.ts'
export { openRoom, type Room, rosterNow, today } from './actions/room.ts'
export {
  addPasskey,
  askForAnother,
  askToSignIn,
  askToStepUp,
  changePassphrase,
  cookieOf,
  dropPasskey,
  me,
  type Signed,
  signedIn,
  signIn,
  signOut,
} from './actions/sign-in.ts'
export { askChallenge } from './actions/spend-work.ts'
export { statistics } from './actions/statistics.ts'
export { submitReport } from './actions/submit-report.ts'
export { takeStep } from './actions/take-step.ts'
export { openMovedUpload, openUpload, putChunk } from './actions/upload.ts'
export { sendMessage, visit } from './actions/visit.ts'
export * from './model/bodies.ts'
export * from './model/office-bodies.ts'
export { CHUNK } from './model/sizes.ts'
export { STEP_NAMES, type StepName } from './model/steps.ts'
export type * from './model/wire.ts'
