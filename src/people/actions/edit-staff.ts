import { isId, no, type Result, yes } from '#kernel'
import { parseEmail } from '../model/contact.ts'
import { type Author, type Language, mayConfigure } from '../model/officer.ts'
import { type NameRefusal, personName } from '../model/person-name.ts'
import * as staff from '../store/staff.ts'
import type { Tools } from './tools.ts'

export interface StaffEdit {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

export type StaffEditRefusal = 'not-allowed' | 'not-found' | NameRefusal | 'email-malformed' | 'email-taken'

/** Corrects an officer's name, address or language. Programs have no address and cannot be edited. */
export async function editStaff(
  { db }: Tools,
  by: Author,
  edit: StaffEdit,
): Promise<Result<undefined, StaffEditRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  const name = personName(edit.name)
  if (!name.ok) return name
  const email = parseEmail(edit.email)
  if (!email) return no('email-malformed')
  return db.transaction(async (tx) => {
    const found = isId(edit.id) ? await staff.findStaff(tx, edit.id) : undefined
    if (!found?.email) return no('not-found')
    if (await staff.emailTaken(tx, email, edit.id)) return no('email-taken')
    await staff.updateStaff(tx, { id: edit.id, name: name.value, email, language: edit.language })
    return yes(undefined)
  })
}
