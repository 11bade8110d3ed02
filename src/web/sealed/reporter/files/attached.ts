import type { Hidden } from './reveal.ts'

export type FileKind = 'image' | 'document' | 'media' | 'unknown'

/** A file that the reporter added, in this page's memory. */
export interface Attached {
  key: number
  file: File
  kind: FileKind
  /** The image drawn anew or cut clean, where that was possible. */
  cleaned?: Blob
  /** What the image would give away. */
  hidden: readonly Hidden[]
  /** The reporter's informed choice: send it as it is. */
  original: boolean
}

/** What leaves the browser (sealed): the cleaned image unless the original was chosen. */
export const toSend = ({ file, cleaned, original }: Attached): { content: Blob; cleaned: boolean } =>
  cleaned && !original ? { content: cleaned, cleaned: true } : { content: file, cleaned: false }

const DOCUMENTS = /\.(pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|pages|numbers|key)$/i

export function kindOf({ type, name }: File): FileKind {
  if (type.startsWith('image/') && type !== 'image/svg+xml') return 'image'
  if (/\.(hei[cf]|jpe?g|png|webp|gif)$/i.test(name)) return 'image'
  if (/^(audio|video)\//.test(type)) return 'media'
  return DOCUMENTS.test(name) || type === 'application/pdf' ? 'document' : 'unknown'
}
