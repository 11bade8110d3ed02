import { useRef, useState } from 'preact/hooks'
import { LARGEST_FILE, MOST_FILES } from '#sealing'
import { Act, Doing } from '../../client/parts.tsx'
import { useReading } from '../../client/reading.ts'
import { Notice } from '../../client/shown.tsx'
import { type Attached, kindOf } from './attached.ts'
import { AttachedFile } from './attached-file.tsx'
import { cleanImage } from './clean.ts'
import { reveal } from './reveal.ts'

const MEGABYTES = LARGEST_FILE / 2 ** 20

interface FilesProps {
  files: readonly Attached[]
  onFiles: (files: Attached[]) => void
}

/** Adds files: each is looked at here, cleaned where that is possible, and its owner told what it gives away. */
export function Files({ files, onFiles }: FilesProps) {
  const { t } = useReading()
  const [reading, setReading] = useState(false)
  const [troubles, setTroubles] = useState<string[]>([])
  const count = useRef(0)

  const add = async (chosen: readonly File[]) => {
    setReading(true)
    const [added, wrong]: [Attached[], string[]] = [[], []]
    for (const file of chosen) {
      if (files.length + added.length >= MOST_FILES) wrong.push(t.files.tooMany(MOST_FILES))
      else if (file.size > LARGEST_FILE) wrong.push(t.files.tooLarge(file.name, MEGABYTES))
      else if (file.size === 0) wrong.push(t.files.empty(file.name))
      else added.push(await lookAt(file, count.current++))
    }
    setTroubles([...new Set(wrong)])
    onFiles([...files, ...added])
    setReading(false)
  }
  const change = (key: number, original: boolean) =>
    onFiles(files.map((one) => (one.key === key ? { ...one, original } : one)))
  return (
    <>
      <Chooser
        busy={reading}
        onChosen={(chosen) => void add(chosen)}
        hint={t.files.hint(MOST_FILES, MEGABYTES)}
      />
      {reading && <Doing text={t.files.reading} />}
      <div role="alert">
        {troubles.map((text) => (
          <p class="error" key={text}>
            {text}
          </p>
        ))}
      </div>
      {files.length === 0 && <p class="hint">{t.files.none}</p>}
      <ul class="attached">
        {files.map((one) => (
          <li key={one.key}>
            <AttachedFile attached={one} onOriginal={(original) => change(one.key, original)} />
            <Act kind="plain" compact onAct={() => onFiles(files.filter(({ key }) => key !== one.key))}>
              {t.remove(one.file.name)}
            </Act>
          </li>
        ))}
      </ul>
      {files.some(({ kind }) => kind === 'image') && <Notice kind="warning">{t.files.watch}</Notice>}
    </>
  )
}

interface ChooserProps {
  hint: string
  /** One at a time: what is being read would be lost under what comes after it. */
  busy: boolean
  onChosen: (files: File[]) => void
}

function Chooser({ hint, busy, onChosen }: ChooserProps) {
  const { t } = useReading()
  return (
    <div class="field">
      <label class="label" for="file">
        {t.files.choose}
      </label>
      <div class="hint" id="file-hint">
        {hint}
      </div>
      <input
        class="input file"
        type="file"
        id="file"
        multiple
        disabled={busy}
        aria-describedby="file-hint"
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          onChosen(chosen)
        }}
      />
    </div>
  )
}

async function lookAt(file: File, key: number): Promise<Attached> {
  const kind = kindOf(file)
  if (kind !== 'image') return { key, file, kind, hidden: [], original: true }
  const [hidden, cleaned] = await Promise.all([reveal(file), cleanImage(file)])
  return { key, file, kind, hidden, cleaned, original: cleaned === undefined }
}
