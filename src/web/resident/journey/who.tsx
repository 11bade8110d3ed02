import { saveResident } from '#people'
import { Details, Radios, TextField } from '#ui'
import type { Ask, Asking, Outcome } from './ask.ts'

/** How they send it: known by a code, as a guest, or hidden from the entity; and exactly who sees what. */
export const who: Ask = {
  title: ({ t }) => t.journey.who.title,
  fields: ({ c, answers }) => {
    const given = answers.who === 'guest' && answers.signedIn ? 'signed-in' : answers.who
    return {
      who: given === 'signed-in' && !answers.signedIn ? '' : (given ?? (answers.signedIn ? 'signed-in' : '')),
      name: c.var.resident?.name ?? '',
    }
  },
  draw: (asking) => {
    const { who: said } = asking.t.journey
    const { resident } = asking.c.var
    return (
      <>
        <Radios
          name="who"
          heading
          label={said.title}
          hint={said.hint}
          error={asking.trouble('who')}
          value={asking.value('who')}
          choices={resident ? signedInChoices(asking) : guestChoices(asking)}
        />
        {resident && !resident.name && (
          <TextField
            name="name"
            label={said.name}
            value={asking.value('name')}
            error={asking.trouble('name')}
            autocomplete="name"
            size="medium"
          />
        )}
        <Details title={said.who}>
          <ul>
            {said.exactly.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
        {resident && <p class="hint">{said.notYou}</p>}
      </>
    )
  },
  read: (form, asking) =>
    asking.c.var.resident
      ? readSignedIn(form.text('who'), form.text('name'), asking)
      : readGuest(form.text('who'), asking),
}

function guestChoices({ c, t }: Asking) {
  const { who: said } = t.journey
  // Codes reach nobody until messages are sent; in a demonstration they stand on the page.
  const signIn = c.var.tools.demonstration
    ? [{ value: 'sign-in', label: said.signIn, hint: said.signInHint }]
    : []
  return [
    { value: 'guest', label: said.guest, hint: said.guestHint },
    { value: 'hidden', label: said.hidden, hint: said.hiddenHint },
    ...signIn,
  ]
}

function signedInChoices({ c, t }: Asking) {
  const { who: said } = t.journey
  const { name, phone, email } = c.var.resident ?? {}
  return [
    { value: 'signed-in', label: said.as(name ?? phone ?? email ?? ''), hint: said.asHint },
    { value: 'hidden', label: said.hiddenSignedIn, hint: said.hiddenHint },
  ]
}

function readGuest(chosen: string, { t }: Asking): Outcome {
  if (chosen === 'sign-in') return { go: '/sign-in?then=new' }
  if (chosen === 'guest' || chosen === 'hidden') return { keep: { who: chosen } }
  return { troubles: [{ field: 'who', text: t.errors.who.required }] }
}

async function readSignedIn(chosen: string, name: string, { c, t }: Asking): Promise<Outcome> {
  const { resident, tools } = c.var
  if (chosen !== 'signed-in' && chosen !== 'hidden')
    return { troubles: [{ field: 'who', text: t.errors.who.required }] }
  if (resident && !resident.name && name.trim()) {
    const saved = await saveResident(tools.db, resident.id, { name, language: resident.language })
    if (!saved.ok) return { troubles: [{ field: 'name', text: t.errors.contact['name-long'] }] }
  } else if (resident && !resident.name && chosen === 'signed-in') {
    return { troubles: [{ field: 'name', text: t.errors.who.name }] }
  }
  return { keep: { who: chosen } }
}
