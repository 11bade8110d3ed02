import type { Context } from 'hono'
import { canReach, sendCode as sendByMessage } from '#messages'
import { CALLING_CODES, confirmCode, parseContact, RESIDENT_LIFE, requestCode, signOut } from '#people'
import { words } from '#words'
import { addressOf } from '../../api/address.ts'
import { dropCookie, readCookie, writeCookie } from '../../base/cookies.ts'
import type { Env, Handler } from '../../base/env.ts'
import { FORM_STATUS, readForm } from '../../forms/index.ts'
import { go } from '../go.ts'
import type { ResidentLimits } from '../limits.ts'
import { formTrouble } from '../trouble.ts'
import { drawCode, drawContact } from './pages.tsx'
import { kept, remember, remembered, thenOf } from './waiting.ts'

/** By a code that is sent to a telephone or a mail address. */
export const askContact: Handler = (c) => (c.var.resident ? go(c, thenOf(c)) : drawContact(c, {}))

export const sendCode =
  ({ signIn: limits }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    if (!form.ok) {
      const { contact } = Object.fromEntries(form.typed)
      const errors = [formTrouble(locale, form.reason)]
      return drawContact(c, { contact, errors, status: FORM_STATUS[form.reason] })
    }
    const { signIn: wrong } = words(locale).resident.errors
    const contact = form.value.text('contact')
    if (!canReach(tools.gateways)) return drawContact(c, { contact })
    const country = await callingCode(c)
    const meant = parseContact(contact, country)
    if (meant.ok && !canReach(tools.gateways, meant.value)) {
      const { codeBy } = words(locale).messages.pages
      const text = meant.value.kind === 'phone' ? codeBy.mail : codeBy.phone
      return drawContact(c, { contact, errors: [{ field: 'contact', text }], status: 422 })
    }
    const sent = await requestCode({ ...tools, limits }, { contact, country, address: addressOf(c) ?? '' })
    if (!sent.ok && sent.reason === 'contact-malformed')
      return drawContact(c, { contact, errors: [{ field: 'contact', text: wrong.contact }], status: 422 })
    if (!sent.ok) {
      const text = sent.reason === 'code-too-soon' ? wrong.soon : wrong['too-many']
      return drawContact(c, { contact, errors: [{ text }], status: 429 })
    }
    await sendByMessage(tools, tools.gateways, sent.value, locale)
    tools.wake()
    remember(c, {
      contact: sent.value.contact.value,
      code: tools.demonstration ? sent.value.code : undefined,
    })
    return go(c, `/sign-in/code${kept(c)}`)
  }

/** Where the code is written. */
export const askCode: Handler = (c) => (c.var.resident ? go(c, thenOf(c)) : drawCode(c))

export const enter =
  ({ signIn: limits }: ResidentLimits): Handler =>
  async (c) => {
    const { tools, page } = c.var
    const { locale } = page.reader
    const form = await readForm(c)
    const waiting = remembered(c)
    if (!waiting) return go(c, `/sign-in${kept(c)}`)
    if (!form.ok) return drawCode(c, [formTrouble(locale, form.reason)], FORM_STATUS[form.reason])
    const { signIn: wrong } = words(locale).resident.errors
    const entered = await confirmCode(
      { ...tools, limits },
      {
        contact: waiting.contact,
        code: form.value.text('code'),
        language: locale,
        address: addressOf(c) ?? '',
      },
    )
    if (!entered.ok) {
      const many = entered.reason === 'too-many-tries'
      return drawCode(c, [{ field: 'code', text: many ? wrong['too-many'] : wrong.code }], many ? 429 : 422)
    }
    dropCookie(c, 'contact')
    writeCookie(c, 'resident', entered.value.token, RESIDENT_LIFE.hours * 60 * 60)
    return go(c, thenOf(c))
  }

/** Leaves nothing of a person on the device: neither their session nor a case they had open. */
export const leave: Handler = async (c) => {
  const form = await readForm(c)
  if (!form.ok) return go(c, '/my')
  const token = readCookie(c, 'resident')
  if (token) await signOut(c.var.tools.db, token)
  dropCookie(c, 'resident')
  dropCookie(c, 'case')
  return go(c, '/sign-in?out')
}

const callingCode = async (c: Context<Env>) => CALLING_CODES[(await c.var.tools.directory()).country ?? '']
