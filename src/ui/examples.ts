import { examples as bar } from './case/bar.tsx'
import { examples as clocks } from './case/clocks.tsx'
import { examples as confirmation } from './case/confirmation.tsx'
import { examples as promiseHero } from './case/promise-hero.tsx'
import { examples as reference } from './case/reference.tsx'
import { examples as tags } from './case/tags.tsx'
import { examples as timeline } from './case/timeline.tsx'
import { examples as bars } from './charts/bars.tsx'
import { examples as lines } from './charts/lines.tsx'
import { examples as regions } from './charts/regions.tsx'
import { examples as details } from './details.tsx'
import type { Examples } from './example.ts'
import { examples as button } from './forms/button.tsx'
import { examples as choices } from './forms/choices.tsx'
import { examples as errorSummary } from './forms/error-summary.tsx'
import { examples as fileField } from './forms/file-field.tsx'
import { examples as form } from './forms/form.tsx'
import { examples as placeFields } from './forms/place-fields.tsx'
import { examples as scale } from './forms/scale.tsx'
import { examples as select } from './forms/select.tsx'
import { examples as textArea } from './forms/text-area.tsx'
import { examples as textField } from './forms/text-field.tsx'
import { examples as icon } from './icon.tsx'
import { examples as blocks } from './layout/blocks.tsx'
import { examples as wordmark } from './layout/wordmark.tsx'
import { examples as lists } from './lists.tsx'
import { examples as notice } from './notice.tsx'
import { examples as staffBlocks } from './staff/blocks.tsx'
import { examples as browse } from './staff/browse.tsx'
import { examples as stepForm } from './staff/step-form.tsx'
import { examples as table } from './staff/table.tsx'
import { examples as time } from './time.tsx'

/** What both residents and staff see. */
export const SHARED: Readonly<Record<string, Examples>> = {
  'promise-hero': promiseHero,
  tags,
  reference,
  bar,
  timeline,
  confirmation,
  lists,
  notice,
  details,
  'error-summary': errorSummary,
  'text-field': textField,
  'text-area': textArea,
  choices,
  select,
  'file-field': fileField,
  'place-fields': placeFields,
  scale,
  button,
  form,
  blocks,
  time,
  wordmark,
  icon,
}

/** What only staff see: its style is in the staff's sheet alone. */
export const STAFF_ONLY: Readonly<Record<string, Examples>> = {
  table,
  'staff-blocks': staffBlocks,
  clocks,
  browse,
  'step-form': stepForm,
  bars,
  lines,
  regions,
}
