/** Markup of ours as data: a tag, its attributes, what is in it. Browsers build elements of it and parse no text. */
export type Tree = string | [tag: string, attributes: Record<string, string>, ...inside: Tree[]]

/** What Preact draws, read back; it is well formed, and nothing else is given here. */
export function treeOf(markup: string): Tree[] {
  const root: Tree = ['', {}]
  const path: Exclude<Tree, string>[] = [root]
  for (const [, close, tag = '', attributes = '', empty, text] of markup.matchAll(PIECE)) {
    const here = path.at(-1) ?? root
    if (text !== undefined) here.push(plain(text))
    else if (close) path.pop()
    else {
      const made: Exclude<Tree, string> = [tag, attributesOf(attributes)]
      here.push(made)
      if (!empty && !VOID.has(tag)) path.push(made)
    }
  }
  return root.slice(2) as Tree[]
}

const PIECE = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g
const VOID = new Set(['br', 'hr', 'img', 'input'])

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, plain(value)]),
  )

const CHARACTERS: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp);/g, (found) => CHARACTERS[found] ?? found)
