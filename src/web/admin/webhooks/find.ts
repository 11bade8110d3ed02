import type { Directory } from '#entities'
import { type Endpoint, listEndpoints } from '#messages'
import type { Words } from '#words'
import type { Admin } from '../form-page.ts'
import { param } from '../read.ts'

export async function endpointsOf(c: Admin): Promise<Endpoint[]> {
  const listed = await listEndpoints(c.var.tools, c.var.officer)
  return listed.ok ? listed.value : []
}

export const endpointIn = async (c: Admin): Promise<Endpoint | undefined> =>
  (await endpointsOf(c)).find(({ id }) => id === param(c, 'id'))

/** Whose cases it hears of, in words. */
export const whose = (
  { entityId }: Pick<Endpoint, 'entityId'>,
  directory: Directory,
  locale: 'ar' | 'en',
  { webhooks }: Words['admin'],
): string => (entityId ? (directory.entity(entityId)?.name[locale] ?? entityId) : webhooks.everyCase)
