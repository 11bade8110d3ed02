import type { Say } from '#ui'

/** The links in the header of every sample page of residents. */
export const links = (say: Say) => [
  { href: '#follow', label: say('متابعة طلب', 'Follow a case') },
  { href: '#mine', label: say('طلباتي', 'My cases') },
]
