import { Button, Form, Icon, Notice, TextArea, Time, useLink, useReader, useWords } from '#ui'
import type { Words } from '#words'
import type { CaseData } from '../data.ts'

/** Acting for an entity that has not joined: the one link by which it answers this case. */
export function EntityLinkForm({ data, main }: { data: CaseData; main: boolean }) {
  const { desk } = useWords()
  const link = useLink()
  const { locale } = useReader()
  const { state, directory, link: made, now } = data
  const entity = directory.entity(state.entity)
  const good = made && !made.usedAt && Temporal.Instant.compare(made.expiresAt, now) > 0
  return (
    <section class="section" id="entity-link">
      <h2>{desk.link.title}</h2>
      <p class="hint">{desk.link.lead(entity?.name[locale] ?? '')}</p>
      {made && (
        <p>
          <Icon name={good ? 'clock' : 'check'} />{' '}
          {made.usedAt ? desk.link.used : good ? desk.link.waiting : desk.link.over}{' '}
          {good && <Time at={made.expiresAt} as="day" />}
          {good && <span class="line soft">{made.openedAt ? desk.link.opened : desk.link.unopened}</span>}
        </p>
      )}
      <div class="actions">
        <Form action={link(`/desk/cases/${state.id}/entity-link`)}>
          <Button kind={main ? 'main' : 'quiet'} icon="mail">
            {good ? desk.link.remake : desk.link.make}
          </Button>
        </Form>
        {good && (
          <Form action={link(`/desk/cases/${state.id}/entity-link/end`)}>
            <Button kind="plain">{desk.link.end}</Button>
          </Form>
        )}
      </div>
    </section>
  )
}

/** Shown once: the link itself, inside a letter that is ready to be copied. */
export function MadeLink({
  data,
  address,
  expires,
}: {
  data: CaseData
  address: string
  expires: Temporal.Instant
}) {
  const { desk } = useWords()
  const { locale } = useReader()
  const { state, directory } = data
  const entity = directory.entity(state.entity)
  return (
    <Notice kind="done">
      <p>
        {entity?.contactEmail ? (
          <>
            {desk.link.sendTo} <bdi dir="ltr">{entity.contactEmail}</bdi>
          </>
        ) : (
          desk.link.noContact
        )}{' '}
        · {desk.link.goodUntil} <Time at={expires} as="fullDay" />
      </p>
      <TextArea
        name="letter"
        label={desk.link.letter}
        rows={12}
        value={letter(desk.link, { entity: entity?.name[locale] ?? '', subject: state.subject, address })}
      />
    </Notice>
  )
}

interface Lettered {
  entity: string
  subject: string
  address: string
}

const letter = (said: Words['desk']['link'], { entity, subject, address }: Lettered): string =>
  [
    said.letterTo(entity),
    said.letterAbout(subject),
    `${said.letterAsk}\n${address}`,
    said.letterKeep,
    said.letterFrom,
  ].join('\n\n')
