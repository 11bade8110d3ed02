export { loadDirectory } from './actions/load-directory.ts'
export {
  type Category,
  type Contents,
  type Directory,
  type Entity,
  isOnboarding,
  type Names,
  ONBOARDING,
  type Onboarding,
  type Place,
  type Sector,
  type Unit,
} from './model/directory.ts'
export { directoryOf } from './model/snapshot.ts'
export { configurationVersion } from './store/directory.ts'
