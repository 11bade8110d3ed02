import { knownAbout } from '#problems'
import type { Say, Talk } from '../../model/talk/talk.ts'
import type { ChatTools } from './tools.ts'

/**
 * Before something is sent that may be a known problem, says so: whoever wants can follow that instead. Praise and
 * suggestions are about none.
 */
export async function tellKnown(tools: ChatTools, { draft }: Talk, says: readonly Say[]): Promise<Say[]> {
  const at = says.findIndex(({ say }) => say === 'check')
  if (at < 0 || (draft?.type !== 'complaint' && draft?.type !== 'inquiry')) return [...says]
  const { category, place } = draft
  const entity = (await tools.directory()).category(category)?.entityId
  const [known] = await knownAbout(tools, { category, entity, place: place?.id })
  if (!known) return [...says]
  const { problemId: problem, text: announced } = known
  return [...says.slice(0, at), { say: 'known', with: { problem, announced } }, ...says.slice(at)]
}
