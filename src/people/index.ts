export { findSession, type Visitor } from './actions/find-session.ts'
export { findToken } from './actions/find-token.ts'
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
export { isBearer, RESIDENT_LIFE, STAFF_LIFE } from './model/session.ts'
