export { foundCountry } from './actions/found-country.ts'
export {
  type InstallationChange,
  type InstallationRefusal,
  readInstallation,
  saveInstallation,
} from './actions/installation.ts'
export { loadDirectory, MAPS } from './actions/load-directory.ts'
export { type Moved, moveOnboarding, type OnboardingMove } from './actions/move-onboarding.ts'
export { nameCentral } from './actions/name-central.ts'
export { type Plants, plantDirectory } from './actions/plant-directory.ts'
export { endPoster, listPosters, makePoster, type NewPoster, scanPoster } from './actions/posters.ts'
export {
  type AutomaticRouting,
  type AutomaticRoutingRefusal,
  ROUTE_ABOVE,
  ROUTE_CHECKED,
  saveAutomaticRouting,
} from './actions/save-automatic-routing.ts'
export {
  type CategoryChange,
  type CategoryRefusal,
  saveCategory,
  URGENCIES,
} from './actions/save-category.ts'
export { type EntityChange, type EntityRefusal, saveEntity } from './actions/save-entity.ts'
export { saveUnit, type UnitChange, type UnitRefusal } from './actions/save-unit.ts'
export type { FieldRefusal } from './model/accept.ts'
export { type CountryMap, type MapRegion, readMap } from './model/country-map.ts'
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
  UNSORTED,
  type Unit,
} from './model/directory.ts'
export { ownerAt } from './model/owner-at.ts'
export { placeNamed, placesOf, whereIs } from './model/place-named.ts'
export type { Poster } from './model/poster.ts'
export { directoryOf } from './model/snapshot.ts'
export { configurationVersion } from './store/directory.ts'
export type { KeptPoster } from './store/posters.ts'
