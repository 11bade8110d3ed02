export { changePassword, type PasswordChange, type PasswordChangeRefusal } from './actions/change-password.ts'
export { type CodeAnswer, type CodeAnswerRefusal, confirmCode } from './actions/confirm-code.ts'
export { confirmSignIn, type SecondFactorRefusal, type Session } from './actions/confirm-sign-in.ts'
export { createStaff, type NewOfficer, type StaffRefusal, type Welcome } from './actions/create-staff.ts'
export { createToken, type NewToken, type TokenRefusal } from './actions/create-token.ts'
export { type DisableRefusal, disableStaff } from './actions/disable-staff.ts'
export { editStaff, type StaffEdit, type StaffEditRefusal } from './actions/edit-staff.ts'
export { enableStaff } from './actions/enable-staff.ts'
export { endGrant } from './actions/end-grant.ts'
export { endSessions } from './actions/end-sessions.ts'
export { findOfficer } from './actions/find-officer.ts'
export { findSession, type Visitor } from './actions/find-session.ts'
export { findToken } from './actions/find-token.ts'
export { type GrantRefusal, grantRole, type NewGrant } from './actions/grant-role.ts'
export { listStaff } from './actions/list-staff.ts'
export { listTokens } from './actions/list-tokens.ts'
export { type Planted, type Planting, plantStaff } from './actions/plant-staff.ts'
export { type CodeRefusal, type CodeRequest, requestCode, type SentCode } from './actions/request-code.ts'
export { resetPassword } from './actions/reset-password.ts'
export { resetSecondFactor } from './actions/reset-second-factor.ts'
export { revokeToken } from './actions/revoke-token.ts'
export { saveResident } from './actions/save-resident.ts'
export { type Credentials, type SignInRefusal, signIn } from './actions/sign-in.ts'
export { signOut } from './actions/sign-out.ts'
export { staffHolding } from './actions/staff-holding.ts'
export { staffNames } from './actions/staff-names.ts'
export { stepUp } from './actions/step-up.ts'
export { sweepSignIns } from './actions/sweep-sign-ins.ts'
export type { DoorTools, Tools } from './actions/tools.ts'
export {
  CALLING_CODES,
  type Contact,
  type ContactRefusal,
  parseContact,
  parseEmail,
  parsePhone,
} from './model/contact.ts'
export {
  allow,
  type Limiter,
  limiter,
  type PinLimits,
  pinLimits,
  type Rate,
  type SignInLimits,
  signInLimits,
} from './model/limits.ts'
export {
  type Author,
  authorId,
  type Grant,
  holds,
  holdsAny,
  holdsOn,
  type Language,
  mayConfigure,
  type Officer,
  type Resident,
  rolesOf,
  scopeIds,
} from './model/officer.ts'
export { acceptablePassword, type PasswordRefusal } from './model/password.ts'
export { type NameRefusal, personName } from './model/person-name.ts'
export {
  isStaffRole,
  type Named,
  ROLES,
  type Role,
  type Scope,
  type ScopeRefusal,
  STAFF_ROLES,
  type StaffRole,
  scopeFor,
  type Where,
} from './model/roles.ts'
export { keyFor, mac, seal, unseal } from './model/seal.ts'
export { isBearer, RESIDENT_LIFE, STAFF_LIFE } from './model/session.ts'
export { newTotpSecret, TOTP_PERIOD, totpCode, totpStep, totpUri } from './model/totp.ts'
export type { GrantRow, PastGrant } from './store/grants.ts'
export { grantsEver, latestGrants } from './store/grants.ts'
export { activeEmails, type ListedStaff } from './store/staff.ts'
export type { ListedToken } from './store/tokens.ts'
