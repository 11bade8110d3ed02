/** A part of an article's body. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list' | 'steps'; items: string[] }

/**
 * The body of an article as its page draws it: `## ` begins a heading, `- ` an item, `1. ` a step; lines that
 * follow each other without an empty one between are one paragraph. Nothing else means anything.
 */
export function blocks(body: string): Block[] {
  const found: Block[] = []
  let open = false
  for (const line of body.split('\n').map((each) => each.trim())) {
    const block = blockOf(line)
    const last = found.at(-1)
    if (open && block && last) {
      if (block.kind === 'text' && last.kind === 'text') last.text += `\n${block.text}`
      else if ('items' in block && 'items' in last && block.kind === last.kind)
        last.items.push(...block.items)
      else found.push(block)
    } else if (block) found.push(block)
    open = block !== undefined && block.kind !== 'heading'
  }
  return found
}

function blockOf(line: string): Block | undefined {
  if (!line) return undefined
  const [, heading] = /^##\s+(.+)/u.exec(line) ?? []
  if (heading) return { kind: 'heading', text: heading }
  const [, item] = /^[-•]\s+(.+)/u.exec(line) ?? []
  if (item) return { kind: 'list', items: [item] }
  const [, step] = /^[\d٠-٩]{1,2}[.)]\s+(.+)/u.exec(line) ?? []
  return step ? { kind: 'steps', items: [step] } : { kind: 'text', text: line }
}
