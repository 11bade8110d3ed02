type Both = Readonly<Record<'ar' | 'en', string>>

/** A count beside the one of the period before. */
export interface Moved {
  name: Both
  now: number
  before: number
}

/** A share of so many, beside the one of the period before; null where there was nothing to measure. */
export interface ShareOf {
  name: Both
  share: number
  of: number
  before: number | null
}

/** A figure of the table at the end. */
export interface ReportFigure {
  name: Both
  unit: 'cases' | 'share' | 'days'
  now: number | null
  before: number | null
  /** How many it speaks of. */
  of: number
}

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
  /** Absent in reports that were written before there was this. */
  more?: MoreFacts
}

/** What a planner asks next. */
export interface MoreFacts {
  onTimeBefore: number | null
  medianBefore: number | null
  satisfiedBefore: number | null
  /** Of the answered, those that were rated. */
  responseRate: number | null
  firstRight: number | null
  /** Ended otherwise than by an answer on the matter, and duplicates. */
  refused: number
  withdrawn: number
  unanswered: number
  merged: number
  /** How often something late was put before them. */
  toHead: number
  toMinister: number
  toOperations: number
  /** Actions promised in answers that fell due. */
  promised: number
  promisedKept: number
  praise: number
  /** The months of a quarter: first day and what came in. */
  months: { from: string; received: number }[]
  /** What came in in the same month a year before; null for a quarter, and where there was no service yet. */
  yearBefore: { from: string; received: number } | null
  most: Moved[]
  /** What made the whole more or fewer, by what it is about and where. */
  changedAbout: Moved[]
  changedAt: Moved[]
  slowest: ShareOf[]
  improved: ShareOf[]
  known: { name: Both; cases: number }[]
  fixed: { name: Both; told: Both | null }[]
  held: Both[]
  figures: ReportFigure[]
}
