type Both = Readonly<Record<'ar' | 'en', string>>

/** The figures of a report on a period, as numbers: they become sentences in the reader's language. */
export interface ReportFacts {
  kind: 'month' | 'quarter'
  /** First days of the period and of the one before. */
  from: string
  before: string
  /** Whose figures: an entity, a sector; null for the nation. */
  scope: Both | null
  received: number
  receivedBefore: number
  answered: number
  /** Of the answered; null when there are none. */
  onTime: number | null
  medianDays: number | null
  p90Days: number | null
  open: number
  overdue: number
  rated: number
  satisfied: number | null
  /** What was asked for most, and who is least often on time. */
  most: Both[]
  slowest: Both[]
  /** Problems that many report, and those that were fixed in the period. */
  known: Both[]
  fixed: Both[]
}
