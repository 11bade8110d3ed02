import type { Context } from 'hono'
import { findCase, sealCase, type ToSeal } from '#cases'
import { no, type Result } from '#kernel'
import type { StaffEnv } from '../../base/env.ts'
import type { PostedForm } from '../../forms/index.ts'
import { afterwards, attemptOf, giveBack } from './given-back.ts'

/** Moves a case into the sealed room. Whoever asks for it sees nothing more of it than before. */
export async function postSeal(c: Context<StaffEnv>, id: string, form: PostedForm) {
  const { tools, officer } = c.var
  const entity = (await findCase(tools.db, officer, id))?.entity ?? null
  const sealed = await sealCase(tools, { kind: 'staff', officer }, id, (given) =>
    handOver(c, id, entity, given),
  )
  if (!sealed.ok) return giveBack(c, form, attemptOf('seal', [], sealed))
  await Promise.all(sealed.value.files.map((file) => tools.files.remove(file)))
  tools.wake()
  return afterwards(c, id, 'seal')
}

async function handOver(
  c: Context<StaffEnv>,
  caseId: string,
  entity: string | null,
  { texts, files }: ToSeal,
): Promise<Result<unknown>> {
  const { mover, files: shelf } = c.var.tools
  if (!mover) return no('no-sealed-room')
  return mover.move({
    ...{ caseId, entity },
    text: texts.map(({ at, role, text }) => `${at.toString().slice(0, 10)} · ${role}\n${text}`).join('\n\n'),
    files: files.map(({ id, name, mediaType, size, original }) => ({
      name: original ? `original-${name}` : name,
      ...{ mediaType, size },
      read: async () => Buffer.concat((await (await shelf.read(id))?.toArray()) ?? []),
    })),
  })
}
