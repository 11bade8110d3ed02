import { z } from 'zod'
import type { Answers } from '#cases'
import { CALLING_CODES, parseEmail, parsePhone, personName } from '#people'
import { Notice, Radios, TextField } from '#ui'
import type { PostedForm } from '../../forms/index.ts'
import type { Trouble } from '../trouble.ts'
import type { Ask, Asking } from './ask.ts'

/** How a guest is reached, if they want to be. */
export const contact: Ask = {
  title: ({ t }) => t.journey.contact.title,
  fields: ({ c, answers: { contact: given } }) => ({
    name: given?.name ?? '',
    phone: given?.phone ?? '',
    email: given?.email ?? '',
    language: given?.language ?? c.var.page.reader.locale,
  }),
  draw: ({ t, value, trouble, answers }) => {
    const { contact: said } = t.journey
    const field = (name: 'name' | 'phone' | 'email') => ({
      name,
      label: said[name],
      value: value(name),
      error: trouble(name),
    })
    return (
      <>
        <h1 class="question">{said.title}</h1>
        <p class="hint">{said.hint}</p>
        {answers.who === 'hidden' && (
          <Notice kind="sealed">
            <p>{said.hiddenNote}</p>
          </Notice>
        )}
        <TextField {...field('name')} autocomplete="name" />
        <TextField {...field('phone')} type="tel" dir="ltr" size="medium" autocomplete="tel" />
        <TextField {...field('email')} type="email" dir="ltr" autocomplete="email" />
        <Radios
          name="language"
          label={said.language}
          inline
          value={value('language')}
          choices={[
            { value: 'ar', label: said.languages.ar },
            { value: 'en', label: said.languages.en },
          ]}
        />
      </>
    )
  },
  read: (form, asking) => {
    const { given, troubles } = readContact(form, asking)
    return troubles.length > 0 ? { troubles } : { keep: { contact: given } }
  },
}

function readContact(form: PostedForm, { t, directory }: Asking) {
  const troubles: Trouble[] = []
  const wrong = (field: string, text: string) => troubles.push({ field, text })
  // Nobody has to say who they are to be heard: number and PIN are enough to follow.
  const name = personName(form.text('name'))
  if (!name.ok && name.reason !== 'name-missing') wrong('name', t.errors.contact['name-long'])
  const [typedPhone, typedEmail] = [form.text('phone').trim(), form.text('email').trim()]
  const phone = typedPhone ? parsePhone(typedPhone, CALLING_CODES[directory.country ?? '']) : undefined
  const email = typedEmail ? addressOf(typedEmail) : undefined
  if (typedPhone && !phone) wrong('phone', t.errors.contact.phone)
  if (typedEmail && !email) wrong('email', t.errors.contact.email)
  const given: Answers['contact'] = {
    name: name.ok ? name.value : '',
    ...(phone && { phone }),
    ...(email && { email }),
    language: form.text('language') === 'en' ? 'en' : 'ar',
  }
  return { given, troubles }
}

/** As strict as a submission is, so that nobody hears of it only at the end. */
function addressOf(typed: string): string | undefined {
  const email = parseEmail(typed)
  return email && z.email().safeParse(email).success ? email : undefined
}
