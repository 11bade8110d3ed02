import { attachToDraft, filesOfDraft, LIMITS, removeFromDraft } from '#cases'
import { Button, FileField, Icon } from '#ui'
import { fileSize } from '../file-size.ts'
import type { Ask, Asking, Outcome } from './ask.ts'

/** Photos and documents. They are on disk as soon as they arrive, whatever else is wrong with the page. */
export const files: Ask = {
  title: ({ t }) => t.journey.files.title,
  fields: () => ({}),
  files: true,
  draw: async (asking) => {
    const { files: said } = asking.t.journey
    const there = await attached(asking)
    const room = LIMITS.files - there.length
    return (
      <>
        <h1 class="question">{said.title}</h1>
        {there.length > 0 && <Attached asking={asking} there={there} />}
        {room > 0 ? (
          <FileField
            name="files"
            label={said.field}
            hint={said.hint}
            error={asking.trouble('files')}
            accept="image/*,.pdf,.docx,.xlsx,.odt,.txt,.csv,audio/*,video/*"
            most={{ files: room, megabytes: 10 }}
            optional
          />
        ) : (
          <p class="hint">{said.full}</p>
        )}
      </>
    )
  },
  read: async (form, asking): Promise<Outcome> => {
    const { c, found, t } = asking
    if (!found) return { go: '/new' }
    if (form.text('remove')) {
      await removeFromDraft(c.var.tools, found.id, form.text('remove'))
      return { go: '/new/files' }
    }
    const uploads = form.files.map(({ stored }) => stored)
    const kept =
      uploads.length > 0 ? await attachToDraft(c.var.tools, found.id, uploads) : { ok: true as const }
    if (!kept.ok) {
      for (const { id } of uploads.flat()) await c.var.tools.files.remove(id)
      const text = kept.reason === 'too-many-files' ? t.journey.files.full : t.errors.files.late
      return { troubles: [{ field: 'files', text }] }
    }
    return form.text('attach') ? { go: '/new/files' } : { keep: { files: 'seen' } }
  },
}

/** The second button of the page. */
export const Attach = ({ label }: { label: string }) => (
  <Button kind="quiet" name="attach" value="yes" icon="plus">
    {label}
  </Button>
)

export const attached = async ({ c, found }: Pick<Asking, 'c' | 'found'>) =>
  found ? filesOfDraft(c.var.tools.db, found.id) : []

function Attached({ asking, there }: { asking: Asking; there: Awaited<ReturnType<typeof attached>> }) {
  const { files: said } = asking.t.journey
  return (
    <div class="field">
      <p class="label">{said.attached}</p>
      <ul class="files">
        {there.map(({ id, name, size }) => (
          <li key={id} class="cluster">
            <Icon name="file" />
            <span>
              <bdi>{name}</bdi> <span class="hint">({fileSize(asking.c.var.page.reader, size)})</span>
            </span>
            <button class="button plain compact" type="submit" name="remove" value={id}>
              {asking.words.common.acts.remove}
              <span class="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
