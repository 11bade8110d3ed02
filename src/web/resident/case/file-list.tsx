import type { CaseFile } from '#cases'
import { Icon } from '#ui'
import { fileSize } from '../file-size.ts'
import type { Shown } from './own.ts'

/** Files to save, never opened by us. */
export function FileList({
  files,
  base,
  reader,
  t,
  fromEntity,
}: Shown & { files: readonly CaseFile[]; fromEntity?: boolean }) {
  if (files.length === 0) return null
  const { page } = t.follow
  return (
    <>
      <h3>
        {page.files} <span class="hint">({fromEntity ? page.fromEntity : page.yours})</span>
      </h3>
      <ul class="files">
        {files.map(({ id, name, size }) => (
          <li key={id} class="cluster">
            <Icon name="file" />
            <a href={`${base}/files/${id}`} download>
              <bdi>{name}</bdi>
            </a>
            <span class="hint">{fileSize(reader, size)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
