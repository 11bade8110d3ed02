import type { Db } from '#platform'
import type { Contents } from '../model/directory.ts'
import { raiseConfiguration } from '../store/directory.ts'
import { plantCategories, plantEntities, plantPlaces, plantSectors, plantUnits } from '../store/plant.ts'

export type Plants = Partial<Pick<Contents, 'sectors' | 'entities' | 'units' | 'categories' | 'places'>>

/**
 * Adds whole lists at once, for seeds and imports. What is there already stays as it is.
 *
 * @returns how many rows were new
 */
export function plantDirectory(db: Db, plants: Plants): Promise<number> {
  return db.transaction(async (tx) => {
    let planted = 0
    if (plants.sectors?.length) planted += await plantSectors(tx, plants.sectors)
    if (plants.entities?.length) planted += await plantEntities(tx, plants.entities)
    if (plants.units?.length) planted += await plantUnits(tx, plants.units)
    if (plants.categories?.length) planted += await plantCategories(tx, plants.categories)
    if (plants.places?.length) planted += await plantPlaces(tx, plants.places)
    if (planted > 0) await raiseConfiguration(tx)
    return planted
  })
}
