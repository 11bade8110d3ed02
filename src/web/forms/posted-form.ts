import type { FileRefusal, StoredFile } from '#platform'
import { cleanText, type TextRefusal, withoutControls } from './clean-text.ts'

/** A form as it was posted. Texts are clean and within their limits, files are on disk. */
export interface PostedForm {
  /** In the order of the form. */
  readonly fields: ReadonlyArray<readonly [name: string, value: string]>
  readonly files: readonly PostedFile[]
  /** What could not be taken as it was sent, to be said beside its field. The rest of the form is whole. */
  readonly refusals: readonly FieldRefusal[]
  /** The first value of that name; empty when there is none. */
  text(name: string): string
  /** Every value of that name. */
  texts(name: string): string[]
}

export interface PostedFile {
  readonly field: string
  /** The file to show, and behind a re-encoded image its original. */
  readonly stored: readonly StoredFile[]
}

export interface FieldRefusal {
  readonly field: string
  readonly reason: TextRefusal | FileRefusal | 'text-too-long' | 'too-many-files' | 'files-not-wanted'
  readonly details?: Readonly<Record<string, string | number>>
  /** Of a file, as its sender called it. */
  readonly file?: string
}

export interface TextLimits {
  readonly maxFields: number
  /** Bytes of one value. */
  readonly maxText: number
  /** Bytes of all names and values together. */
  readonly maxTexts: number
}

/** Gathers the texts of a form; counts bytes, so that no more is kept than the limits allow. */
export function gatherTexts({ maxFields, maxText, maxTexts }: TextLimits) {
  const fields: (readonly [string, string])[] = []
  const refusals: FieldRefusal[] = []
  let bytes = 0
  return {
    fields,
    refusals,
    /** What is wrong with the whole form after this field. */
    add(name: string, sent: string | undefined, cut: boolean): 'form-broken' | 'form-too-large' | undefined {
      bytes += Buffer.byteLength(name) + Buffer.byteLength(sent ?? '')
      if (bytes > maxTexts || fields.length >= maxFields) return 'form-too-large'
      // A browser never sends a field without a name.
      if (name === '') return undefined
      if (name.length > LONGEST_NAME || !cleanText(name).ok) return 'form-broken'
      const cleaned = sent === undefined ? undefined : cleanText(sent)
      fields.push([name, cleaned?.ok ? cleaned.value : withoutControls(sent ?? '')])
      if (cut) refusals.push({ field: name, reason: 'text-too-long', details: { limit: maxText } })
      else if (!cleaned?.ok) refusals.push({ field: name, reason: cleaned?.reason ?? 'not-well-formed' })
      return undefined
    },
  }
}

const LONGEST_NAME = 200
