import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../../../ui/icon.tsx'
import { OneOf } from '../../client/fields.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import { type Attached, toSend } from './attached.ts'

/** One file with what it gives away, and for an image the choice between clean and original. */
export function AttachedFile({
  attached,
  onOriginal,
}: {
  attached: Attached
  onOriginal: (original: boolean) => void
}) {
  const { t } = useReading()
  const { file, kind, cleaned, original } = attached
  return (
    <>
      <p class="attached-name">
        <Icon name="file" />
        <bdi>{file.name}</bdi> <small class="hint">{sizeOf(t.size, toSend(attached).content.size)}</small>
      </p>
      {kind === 'image' && <Preview attached={attached} />}
      {kind === 'image' && <Reveals attached={attached} />}
      {kind === 'image' && cleaned && (
        <OneOf
          id={`original-${attached.key}`}
          label={file.name}
          unseen
          value={original ? 'original' : 'clean'}
          options={[
            { value: 'clean', label: t.files.clean, hint: t.files.cleanHint },
            { value: 'original', label: t.files.original, hint: t.files.originalHint },
          ]}
          onChoice={(choice) => onOriginal(choice === 'original')}
        />
      )}
      {kind === 'image' && !cleaned && <Notice kind="warning">{t.files.cannotClean}</Notice>}
      {kind !== 'image' && <Notice kind="warning">{t.files[kind]}</Notice>}
    </>
  )
}

/** What the image says beside what is seen in it; or that this is gone. */
function Reveals({ attached: { hidden, cleaned, original } }: { attached: Attached }) {
  const { t } = useReading()
  if (cleaned && !original) return <Notice kind="done">{t.files.cleaned}</Notice>
  if (hidden.length === 0) return <p class="hint">{t.files.revealsNothing}</p>
  return (
    <Notice kind="warning" title={t.files.reveals}>
      <dl class="facts">
        {hidden.map(({ what, value }) => (
          <div key={what}>
            <dt>{t.files.fields[what]}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}

/** The picture that would be sent, from this page's memory. */
function Preview({ attached }: { attached: Attached }) {
  const { t } = useReading()
  const [address, setAddress] = useState<string>()
  const { content } = toSend(attached)
  useEffect(() => {
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [content])
  return address ? <img class="preview" src={address} alt={t.files.preview(attached.file.name)} /> : null
}

const sizeOf = (
  { kilobytes, megabytes }: ReturnType<typeof useReading>['t']['size'],
  bytes: number,
): string =>
  bytes < 2 ** 20 ? kilobytes(Math.max(1, Math.round(bytes / 1024))) : megabytes((bytes / 2 ** 20).toFixed(1))
