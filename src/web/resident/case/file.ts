import type { Context } from 'hono'
import { residentView } from '#cases'
import type { Env } from '../../base/env.ts'
import { sendFile } from '../../forms/index.ts'
import type { Own } from './own.ts'

/** A file of the case that its resident may see, always to be saved. */
export async function sendCaseFile(c: Context<Env>, { caseId }: Own, id: string): Promise<Response> {
  const { tools } = c.var
  const view = await residentView(tools, caseId)
  const file = view?.files.find((each) => each.id === id)
  const bytes = file && (await tools.files.read(file.id))
  return file && bytes ? sendFile(c, file, bytes) : c.notFound()
}
