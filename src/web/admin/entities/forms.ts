import { type Entity, saveEntity } from '#entities'
import { no, yes } from '#kernel'
import type { PostedForm } from '../../forms/index.ts'
import type { Values } from '../filled.ts'
import { type Admin, missingName } from '../form-page.ts'
import { slugOf } from '../read.ts'

/** What stands in the form of a known entity. */
export const valuesOf = (entity: Entity): Values => ({
  nameAr: entity.name.ar,
  nameEn: entity.name.en,
  sector: entity.sectorId,
  calendar: entity.calendarId,
  contactEmail: entity.contactEmail,
  contactPhone: entity.contactPhone,
  active: entity.active ? 'yes' : '',
})

export const ENTITY_FIELDS = {
  'name-missing': missingName,
  'name-too-long': missingName,
  'id-malformed': 'id',
  'id-taken': 'id',
  'sector-unknown': 'sector',
  'calendar-unknown': 'calendar',
  'email-malformed': 'contactEmail',
  'phone-too-long': 'contactPhone',
  'central-office-stays': 'active',
} as const

/** Writes the entity of the form under this id. */
export const save = (c: Admin, id: string, form: PostedForm) =>
  saveEntity(c.var.tools, c.var.officer, {
    id,
    nameAr: form.text('nameAr'),
    nameEn: form.text('nameEn'),
    sectorId: form.text('sector') || null,
    calendarId: form.text('calendar'),
    contactEmail: form.text('contactEmail'),
    contactPhone: form.text('contactPhone'),
    active: form.text('active') === 'yes',
  })

/** The id for something new: as typed, or from its English name; refused when somebody has it. */
export function newIdOf(form: PostedForm, taken: (id: string) => unknown, before = '') {
  // Names first: without the English one there is nothing to make an id of.
  if (!form.text('nameAr').trim() || !form.text('nameEn').trim()) return no('name-missing')
  const id = form.text('id').trim() || [before, slugOf(form.text('nameEn'))].filter(Boolean).join('-')
  return taken(id) ? no('id-taken') : yes(id)
}
