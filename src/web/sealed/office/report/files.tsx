import { useEffect, useState } from 'preact/hooks'
import { no, type Result, yes } from '#kernel'
import { openFile, type SealedFile } from '#sealing'
import { Notice } from '../../client/shown.tsx'
import { askBytes } from '../ask.ts'
import { filesOf, type OpenedReport } from '../open-report.ts'
import { Problem, save, useWork } from '../parts.tsx'
import type { Session } from '../session.ts'
import { useReading } from '../words.ts'

/** The files that came with the report and with messages; each is opened only when it is asked for. */
export function Files({ opened }: { session: Session; opened: OpenedReport }) {
  const { t } = useReading()
  const files = filesOf(opened)
  if (files.length === 0) return null
  return (
    <section class="section">
      <h2>{t.files.title}</h2>
      <Notice kind="warning">{t.files.advice}</Notice>
      <ul class="office-files">
        {files.map(({ file }) => (
          <File key={file.id} report={opened.report.id} file={file} />
        ))}
      </ul>
    </section>
  )
}

/** Kinds that a browser draws without running anything in them. */
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

function File({ report, file }: { report: string; file: SealedFile }) {
  const { t } = useReading()
  const [pieces, setPieces] = useState<Uint8Array<ArrayBuffer>[]>()
  const [picture, setPicture] = useState<string>()
  const { busy, problem, run } = useWork()
  // Nothing that was opened outlives the page that showed it.
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture) : undefined), [picture])
  const open = () =>
    run(async () => {
      const got = await fetched(report, file)
      if (!got.ok) return t.files.failed
      setPieces(got.value)
      return undefined
    })
  const show = () => setPicture(URL.createObjectURL(new Blob(pieces, { type: file.type })))
  return (
    <li class="office-file">
      <p>
        <strong>
          <bdi>{file.name}</bdi>
        </strong>{' '}
        <bdi class="ltr">{kilobytes(file.size)}</bdi>
      </p>
      <p class="hint">{file.cleaned ? t.files.cleaned : t.files.original}</p>
      <div class="actions">
        {!pieces && (
          <button type="button" class="button quiet compact" disabled={busy} onClick={open}>
            {busy ? t.wait : t.files.open}
          </button>
        )}
        {pieces && (
          <button
            type="button"
            class="button quiet compact"
            onClick={() => save(file.name, 'application/octet-stream', pieces)}
          >
            {t.files.save}
          </button>
        )}
        {pieces && SHOWN.includes(file.type) && !picture && (
          <button type="button" class="button quiet compact" onClick={show}>
            {t.files.show}
          </button>
        )}
      </div>
      {picture && <img class="office-picture" src={picture} alt={file.name} />}
      <Problem text={problem} />
    </li>
  )
}

const kilobytes = (size: number): string => `${Math.max(1, Math.round(size / 1024))} KB`

async function fetched(report: string, file: SealedFile): Promise<Result<Uint8Array<ArrayBuffer>[]>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < file.chunks; index++) {
    const chunk = await askBytes(`reports/${report}/files/${file.id}/${index}`)
    if (!chunk.ok) return chunk
    chunks.push(chunk.value)
  }
  const opened = await openFile(report, file, chunks)
  return opened.ok ? yes(opened.value) : no(opened.reason)
}
