import type { Officer, StaffRole } from '#people'

/** Who gets reports: those who lead and those who plan, not those who work on cases. */
export const REPORTED_TO = ['analyst', 'operator', 'minister', 'head'] as const satisfies StaffRole[]

/** Whether reports are for them. */
export const getsReports = (officer: Officer): boolean => reportedTo(officer) !== undefined

/** The officer with the grants that bring reports alone; undefined when none does. */
export function reportedTo(officer: Officer): Officer | undefined {
  const grants = officer.grants.filter(({ role }) => (REPORTED_TO as readonly string[]).includes(role))
  return grants.length > 0 ? { ...officer, grants } : undefined
}
