import type { Examples } from '../example.ts'
import { useWords } from '../page.tsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'

export interface FileFieldProps extends FieldProps {
  /** What the picker offers: `image/*,.pdf`. The server looks at the content, not at this. */
  accept?: string
  most: { files: number; megabytes: number }
}

/** Files to send along. The form around it must be `multipart`. */
export function FileField({ accept, most, hint, ...rest }: FileFieldProps) {
  const { ui } = useWords()
  const limits = ui.filesAtMost(most.files, most.megabytes)
  const field = { ...rest, hint: hint ? [hint, <br key="line" />, limits] : limits }
  return (
    <Field {...field}>
      <input
        class="input file"
        type="file"
        id={idOf(field)}
        name={field.name}
        accept={accept}
        multiple={most.files > 1}
        {...describedBy(field)}
      />
    </Field>
  )
}

export const examples: Examples = {
  photos: (say) => (
    <FileField
      name="files"
      label={say('صور أو مستندات', 'Photos or documents')}
      hint={say('صورة للمكان تساعد كثيرًا', 'A photo of the place helps a lot')}
      accept="image/*,.pdf"
      most={{ files: 5, megabytes: 10 }}
      optional
    />
  ),
}
