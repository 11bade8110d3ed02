import type { Directory } from '#entities'
import { no, type Result, yes } from '#kernel'
import {
  disableStaff,
  editStaff,
  enableStaff,
  endGrant,
  endSessions,
  grantsEver,
  type ListedStaff,
  type PastGrant,
  resetPassword,
  resetSecondFactor,
  staffNames,
  stepUp,
} from '#people'
import { isLocale } from '#words'
import type { PostedForm } from '../../forms/index.ts'
import { type Filled, filled, type Refusal } from '../filled.ts'
import { type Admin, formPage } from '../form-page.ts'
import { carry } from '../handed-out.ts'
import { everybody } from '../liaisons.ts'
import { param } from '../read.ts'
import { PERSON_FIELDS } from './new.tsx'
import { PersonPage } from './person-page.tsx'

export interface KeptPerson {
  person: ListedStaff
  /** Every right they ever held, the newest first. */
  grants: readonly PastGrant[]
  /** Names of those who granted. */
  names: ReadonlyMap<string, string>
  directory: Directory
}

export async function findPerson(c: Admin): Promise<KeptPerson | undefined> {
  const { db, directory } = c.var.tools
  const person = (await everybody(c)).find(({ id }) => id === param(c, 'id'))
  if (!person) return undefined
  const grants = await grantsEver(db, person.id)
  const by = grants.flatMap(({ grantedBy }) => grantedBy ?? [])
  return { person, grants, names: await staffNames(db, by), directory: await directory() }
}

const values = ({ person: { name, email, language } }: KeptPerson) => ({ name, email, language })

const home = ({ person }: KeptPerson, done: string) => `/admin/staff/${person.id}?done=${done}`

/** Somebody's own page, with the form of who they are. */
export const person = formPage<KeptPerson>({
  find: findPerson,
  values,
  fields: PERSON_FIELDS,
  async act(form, kept, c) {
    const language = form.text('language')
    const edited = await editStaff(c.var.tools, c.var.officer, {
      id: kept.person.id,
      name: form.text('name'),
      email: form.text('email'),
      language: isLocale(language) ? language : kept.person.language,
    })
    return edited.ok ? yes(home(kept, 'saved')) : edited
  },
  draw: (kept, form, c) => PersonPage({ c, kept, form }),
})

type Act = (c: Admin, kept: KeptPerson, form: PostedForm) => Promise<Result<string, Refusal>>

/** An act on the account, from a button of the page. */
const button = (act: Act) =>
  formPage<KeptPerson>({
    find: findPerson,
    act: (form, kept, c) => act(c, kept, form),
    draw: (kept, form, c) => PersonPage({ c, kept, form: shownAgain(kept, form) }),
  })

/** Beside a button nothing was typed: the form of the page stands as it is kept, under the error. */
const shownAgain = (kept: KeptPerson, { errors }: Filled): Filled => filled(values(kept), errors)

/** What an act comes to: the page again, saying what was done. */
const then = (kept: KeptPerson, outcome: Result<unknown, Refusal>, done: string): Result<string, Refusal> =>
  outcome.ok ? yes(home(kept, done)) : outcome

export const disabling = button(async (c, kept) =>
  then(kept, await disableStaff(c.var.tools, c.var.officer, kept.person.id), 'disabled'),
)

export const enabling = button(async (c, kept) =>
  then(kept, await enableStaff(c.var.tools, c.var.officer, kept.person.id), 'enabled'),
)

export const signingOut = button(async (c, kept) =>
  then(kept, await endSessions(c.var.tools, c.var.officer, kept.person.id), 'sessions'),
)

export const grantEnding = button(async (c, kept, form) =>
  then(kept, await endGrant(c.var.tools, c.var.officer, form.text('grant')), 'ended'),
)

/**
 * New secrets for somebody are the way into their rights, so the code is asked for again. Nobody makes their
 * own: the session that could show them would end first.
 */
const handingOut = (field: string, make: Make) =>
  button(async (c, kept, form) => {
    const { tools, officer } = c.var
    if (kept.person.id === officer.id) return no('not-to-yourself')
    const again = await stepUp(tools, officer, form.text(field))
    if (!again.ok) return no('code-wrong', { field })
    const made = await make(tools, officer, kept.person.id)
    return made.ok ? yes(carry(c, { ...made.value, ...whose(kept) })) : made
  })

type Make = typeof resetPassword | typeof resetSecondFactor

export const passwordReset = handingOut('code-password', resetPassword)
export const factorReset = handingOut('code-second-factor', resetSecondFactor)

const whose = ({ person }: KeptPerson) => ({ name: person.name, next: `/admin/staff/${person.id}` })
