import type { Names } from '#entities'
import type { Part } from './suppress.ts'

/** A column of the published tables. */
export interface DataColumn {
  id: string
  name: Names
  description: Names
}

const column = (id: string, ar: string, en: string, arText: string, enText: string): DataColumn => ({
  id,
  name: { ar, en },
  description: { ar: arText, en: enText },
})

/** Counts of a quarter. How many are open is left out: with the other columns it would tell what is kept back. */
export const COUNTED: readonly DataColumn[] = [
  column(
    'received',
    'الوارد',
    'Received',
    'طلبات وصلت في الربع، ومنها المضموم والمسحوب.',
    'Cases that came in during the quarter, merged and withdrawn ones among them.',
  ),
  column(
    'merged',
    'المضموم',
    'Merged',
    'من الوارد: يتبع طلبًا آخر.',
    'Of those received: follow another case.',
  ),
  column(
    'answered',
    'المُجاب',
    'Answered',
    'طلبات وصل جوابها في الربع.',
    'Cases whose answer reached the resident during the quarter.',
  ),
  column(
    'onTime',
    'في موعده',
    'On time',
    'من المُجاب: في الموعد الذي قيل لصاحبه أو قبله.',
    'Of those answered: no later than the date told to the resident.',
  ),
  column(
    'refused',
    'المرفوض',
    'Refused',
    'من المُجاب: رُفض بسند قانوني.',
    'Of those answered: refused on a legal ground.',
  ),
  column('rated', 'المُقيّم', 'Rated', 'من المُجاب: قيّمه صاحبه.', 'Of those answered: rated by the resident.'),
  column('satisfied', 'الراضون', 'Satisfied', 'من المُقيّم: 4 أو 5 من 5.', 'Of those rated: 4 or 5 of 5.'),
  column(
    'withdrawn',
    'المسحوب',
    'Withdrawn',
    'طلبات سحبها أصحابها في الربع.',
    'Cases withdrawn by residents during the quarter.',
  ),
  column(
    'unanswered',
    'انتهى بلا جواب',
    'Ended unanswered',
    'طلبات انتهت في الربع لأن سؤالًا بقي بلا جواب.',
    'Cases that ended in the quarter because a question went unanswered.',
  ),
]

/** Days to the answer, in tenths, of those answered in the quarter; shown only with `answered`. */
export const MEDIAN: DataColumn = column(
  'medianDays',
  'وصل نصف الأجوبة خلال (أيام)',
  'Half answered within (days)',
  'الوسيط: وصل نصف الأجوبة في هذه الأيام أو أقل، منذ استلام الطلب.',
  'The median: half of the answers took no longer, in days from receipt.',
)

export const PARTS: readonly Part[] = [
  { part: 'merged', whole: 'received' },
  { part: 'onTime', whole: 'answered' },
  { part: 'refused', whole: 'answered' },
  { part: 'rated', whole: 'answered' },
  { part: 'satisfied', whole: 'rated' },
]

/** Tables that are published: by one thing at a time, so that they cannot be laid over each other. */
export const TABLES = ['entity', 'category', 'place', 'channel', 'type'] as const
export type TableName = (typeof TABLES)[number]
