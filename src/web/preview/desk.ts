import type { Say, StaffPageProps } from '#ui'

/** The desk around every sample page of staff. */
export const desk = (say: Say): Omit<StaffPageProps, 'title' | 'children'> => ({
  nav: [
    { href: '#queue', icon: 'inbox', label: say('الطلبات', 'Cases'), count: 128, current: true },
    { href: '#late', icon: 'alert', label: say('المتأخرة', 'Late'), count: 12 },
    { href: '#new', icon: 'phone', label: say('تسجيل مكالمة', 'Register a call') },
    { href: '#templates', icon: 'file', label: say('نماذج الردود', 'Reply templates') },
    { href: '#people', icon: 'users', label: say('الموظفون', 'Staff') },
  ],
  user: {
    name: say('ليلى حداد', 'Layla Haddad'),
    role: say('ضابط الارتباط', 'Liaison officer'),
    signOut: '#out',
  },
  search: { action: '#search' },
})
