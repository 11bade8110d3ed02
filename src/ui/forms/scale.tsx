import { inDigits } from '#words'
import type { Examples } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useReader, useWords } from '../page.tsx'
import { FieldGroup, type FieldProps, idOf } from './field.tsx'

export interface ScaleProps extends FieldProps {
  value?: number
  /** What the first and the last star mean. */
  worst: string
  best: string
}

/** One to five stars: five radio buttons, each with its words. */
export function Scale({ value, worst, best, ...field }: ScaleProps) {
  const { ui } = useWords()
  const reader = useReader()
  return (
    <FieldGroup {...field}>
      <div class="scale">
        <span class="scale-end">{worst}</span>
        {[1, 2, 3, 4, 5].map((stars) => (
          <label key={stars} class="scale-step" for={idOf(field) + (stars > 1 ? `-${stars}` : '')}>
            <input
              type="radio"
              id={idOf(field) + (stars > 1 ? `-${stars}` : '')}
              name={field.name}
              value={stars}
              checked={stars === value}
            />
            <Icon name="star" />
            <span aria-hidden="true">{inDigits(reader, String(stars))}</span>
            <span class="unseen">{inDigits(reader, ui.scale(stars, 5))}</span>
          </label>
        ))}
        <span class="scale-end">{best}</span>
      </div>
    </FieldGroup>
  )
}

export const examples: Examples = {
  survey: (say) => (
    <Scale
      name="respect"
      label={say('كيف عاملناك؟', 'How did we treat you?')}
      worst={say('بلا احترام', 'Without respect')}
      best={say('باحترام تام', 'With full respect')}
      value={4}
    />
  ),
}
