/** Whether what was promised for a day is still not done when that day is over, by the nation's clock. */
export const isOverdue = (
  { dueOn, doneAt }: { dueOn: Temporal.PlainDate; doneAt: Temporal.Instant | null },
  now: Temporal.Instant,
  timeZone: string,
): boolean =>
  doneAt === null && Temporal.PlainDate.compare(dueOn, now.toZonedDateTimeISO(timeZone).toPlainDate()) < 0
