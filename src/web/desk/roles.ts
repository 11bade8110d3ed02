import { holds, holdsAny, type Officer } from '#people'

/** Whoever works on cases has the desk; an administrator has none of them. */
export const worksOnCases = (officer: Officer): boolean =>
  holdsAny(officer, ['agent', 'reviewer', 'releaser', 'liaison', 'handler', 'head', 'minister', 'operator'])

/** Where an officer begins. */
export function homeOf(officer: Officer): string {
  if (worksOnCases(officer)) return '/desk'
  if (holds(officer, 'analyst')) return '/desk/problems'
  return holds(officer, 'admin') ? '/admin' : '/desk'
}

export const mayRegister = (officer: Officer): boolean => holdsAny(officer, ['agent'])

export const mayWriteTemplates = (officer: Officer): boolean => holdsAny(officer, ['liaison', 'reviewer'])
