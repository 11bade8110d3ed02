import { onboard, openCasesOf } from '#cases'
import { type Entity, nameCentral, saveAutomaticRouting } from '#entities'
import { no, yes } from '#kernel'
import { staffHolding } from '#people'
import { listCalendars } from '#promises'
import { filled } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { param } from '../read.ts'
import { EntityPage } from './entity-page.tsx'
import { ENTITY_FIELDS, save, valuesOf } from './forms.ts'

export interface KeptEntity {
  entity: Entity
  directory: Awaited<ReturnType<Admin['var']['tools']['directory']>>
  calendars: Awaited<ReturnType<typeof listCalendars>>
  liaisons: { id: string; name: string }[]
  /** A number only: an administrator reads no case. */
  openCases: number
}

async function find(c: Admin): Promise<KeptEntity | undefined> {
  const { directory: read, db, clock } = c.var.tools
  const directory = await read()
  const entity = directory.entity(param(c, 'id'))
  if (!entity) return undefined
  return {
    entity,
    directory,
    calendars: await listCalendars(db),
    liaisons: await staffHolding(db, 'liaison', 'entity', [entity.id], clock.now()),
    openCases: await openCasesOf(db, entity.id),
  }
}

const values = ({ entity }: KeptEntity) => ({
  ...valuesOf(entity),
  ...automaticOf(entity),
  stage: entity.onboarding,
})

/** What is chosen as it is stored: single precision has no exact four fifths. */
const automaticOf = ({ routeAbove, routeChecked }: Entity) => ({
  above: typeof routeAbove === 'number' ? String(shortened(routeAbove)) : 'never',
  checked: String(shortened(routeChecked ?? 0.1)),
})
const shortened = (part: number): number => Math.round(part * 1000) / 1000

/** The entity's own page, with the form of what is known about it. */
export const entity = formPage<KeptEntity>({
  find,
  values,
  fields: ENTITY_FIELDS,
  async act(form, kept, c) {
    const saved = await save(c, kept.entity.id, form)
    return saved.ok ? yes(`/admin/entities/${kept.entity.id}?done=saved`) : saved
  },
  draw: (kept, form, c) => EntityPage({ c, kept, ...aside(kept), form }),
})

/** Takes it to another stage of joining. Joining without anybody who will see the cases needs a second word. */
export const stage = formPage<KeptEntity>({
  find,
  values,
  fields: {
    'onboarding-unknown': 'stage',
    'join-without-liaison': 'anyway',
    'central-office-stays': 'stage',
  },
  async act(form, kept, c) {
    const wanted = form.text('stage')
    const joins = wanted === 'joined' && kept.entity.onboarding !== 'joined'
    if (joins && kept.liaisons.length === 0 && form.text('anyway') !== 'yes')
      return no('join-without-liaison')
    const moved = await onboard(c.var.tools, c.var.officer, { entityId: kept.entity.id, stage: wanted })
    if (!moved.ok) return moved
    c.var.tools.wake()
    const { joined, left } = moved.value
    return yes(`/admin/entities/${kept.entity.id}?done=${joined ? 'joined' : left ? 'left' : 'moved'}`)
  },
  draw: (kept, form, c) => EntityPage({ c, kept, ...aside(kept), stage: form }),
})

/** Which of its cases are routed without a person. */
export const automatic = formPage<KeptEntity>({
  find,
  values,
  fields: { 'confidence-unknown': 'above', 'share-unknown': 'checked' },
  async act(form, kept, c) {
    const above = form.text('above')
    const saved = await saveAutomaticRouting(c.var.tools, c.var.officer, {
      entityId: kept.entity.id,
      above: above === 'never' ? null : Number(above),
      checked: Number(form.text('checked')),
    })
    return saved.ok ? yes(`/admin/entities/${kept.entity.id}?done=saved#automatic`) : saved
  },
  draw: (kept, form, c) => EntityPage({ c, kept, ...aside(kept), automatic: form }),
})

/** The forms of the page as they are when nothing was typed in them. */
const aside = (kept: KeptEntity) => {
  const untouched = filled(values(kept))
  return { form: untouched, stage: untouched, automatic: untouched }
}

/** Names it the central office. */
export const central = formPage<KeptEntity>({
  find,
  values,
  async act(_, kept, c) {
    const named = await nameCentral(c.var.tools, c.var.officer, kept.entity.id)
    return named.ok ? yes(`/admin/entities/${kept.entity.id}?done=central`) : named
  },
  draw: (kept, form, c) => EntityPage({ c, kept, ...aside(kept), stage: form }),
})
