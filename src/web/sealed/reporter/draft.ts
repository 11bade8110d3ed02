import type { IdentityContent, KnownRoster, ReportContent, SealedFile, Violation } from '#sealing'
import type { Attached } from './files/attached.ts'

/** What the reporter wrote so far. Lives in this page's memory and nowhere else. */
export interface Draft {
  violation: Violation | ''
  /** The accused body's id in the roster; `other` when it is not on the list. */
  body: string
  bodyName: string
  aboutUnit: boolean
  people: { name: string; post: string }[]
  what: string
  when: string
  where: string
  known: string
  others: string
  risk: string
  files: Attached[]
  /** Officers kept out, with the reason. */
  excluded: Record<string, string>
  identity: 'stay' | 'give' | ''
  name: string
  contact: string
  remarks: string
}

export const NOT_LISTED = 'other'

export const emptyDraft = (violation: Draft['violation'] = ''): Draft => ({
  violation,
  body: '',
  bodyName: '',
  aboutUnit: false,
  people: [{ name: '', post: '' }],
  what: '',
  when: '',
  where: '',
  known: '',
  others: '',
  risk: '',
  files: [],
  excluded: {},
  identity: '',
  name: '',
  contact: '',
  remarks: '',
})

/** Who may not read it: what the roster's rule is asked with. */
export const accusationOf = ({ body, aboutUnit, excluded }: Draft) => ({
  bodies: body && body !== NOT_LISTED ? [body] : [],
  aboutUnit,
  excluded: Object.keys(excluded),
})

export const peopleOf = ({ people }: Draft) => people.filter(({ name, post }) => name.trim() || post.trim())

export interface Sealing {
  roster: KnownRoster
  reply: string
  files: SealedFile[]
  language: 'ar' | 'en'
  taken: ReportContent['taken']
  linked: boolean
}

/** What is sealed to those who read. The identity is not in it. */
export const contentOf = (draft: Draft, { roster, reply, files, ...how }: Sealing): ReportContent => ({
  kind: 'report',
  ...how,
  violation: draft.violation || 'other',
  body: draft.body && draft.body !== NOT_LISTED ? draft.body : null,
  bodyName: draft.bodyName.trim(),
  aboutUnit: draft.aboutUnit,
  people: peopleOf(draft).map(({ name, post }) => ({ name: name.trim(), post: post.trim() })),
  what: draft.what.trim(),
  when: draft.when.trim(),
  where: draft.where.trim(),
  known: draft.known.trim(),
  others: draft.others.trim(),
  risk: draft.risk.trim(),
  excluded: Object.entries(draft.excluded).map(([id, reason]) => ({ id, reason: reason.trim() })),
  files,
  roster: roster.hash,
  reply,
})

export const identityOf = (draft: Draft): IdentityContent | undefined =>
  draft.identity === 'give'
    ? {
        kind: 'identity',
        name: draft.name.trim(),
        contact: draft.contact.trim(),
        remarks: draft.remarks.trim(),
      }
    : undefined
