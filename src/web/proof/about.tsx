import { fingerprint, type PublishedKey, publishedHeads, publishedKeys, readHead, readKey } from '#cases'
import { Actions, Facts, Heading, LinkButton, Section, Tag, Time } from '#ui'
import { formatDate, formatNumber, type Words, words } from '#words'
import type { Handler } from '../base/env.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'
import { STEPS } from './by-hand.ts'

/** A month of heads on the page; all of them for programs. */
const SHOWN = 31

/** The record: why it cannot be rewritten, the key, the daily heads, and how to check without trusting us. */
export const aboutProof: Handler = async (c) => {
  const { tools, page } = c.var
  const { locale } = page.reader
  const { about } = words(locale).proof
  const [heads, keys] = [await publishedHeads(tools, 2 ** 31 - 1, SHOWN), await publishedKeys(tools.db)]
  return html(
    c,
    <Shell title={about.title} back={`/${locale}`}>
      <Heading title={about.title} lead={about.lead} />
      <Actions>
        <LinkButton href={`/${locale}/proof/check`}>{about.check}</LinkButton>
      </Actions>
      {keys.length > 0 && (
        <Section title={about.keyTitle}>
          <p>{about.keyText}</p>
          {keys.toReversed().map((key, index) => (
            <TheKey key={key.id} record={key} current={index === 0} about={about} />
          ))}
        </Section>
      )}
      <Section title={about.headsTitle}>
        {heads.length === 0 && <p>{about.headsNone}</p>}
        <Facts
          facts={heads.map(({ day, size, signed }) => ({
            name: formatDate(page.reader, day),
            value: (
              <>
                {about.events}: {formatNumber(page.reader, size)}
                <br />
                <Hex text={readHead(signed)?.root ?? ''} />
              </>
            ),
          }))}
        />
        <p class="aside cluster">
          <a href="/proof/heads">{about.all}</a>
          <a href="/proof/heads.txt">{about.asText}</a>
        </p>
      </Section>
      <Section title={about.witnessTitle}>
        <ul>
          {about.witness.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title={about.selfTitle} id="self">
        <p>{about.self}</p>
        <ol>
          {STEPS.map(({ step, command }) => (
            <li key={step}>
              {about.steps[step]}
              <p class="lines" dir="ltr">
                <code>{command}</code>
              </p>
            </li>
          ))}
        </ol>
      </Section>
    </Shell>,
  )
}

function TheKey({
  record,
  current,
  about,
}: {
  record: PublishedKey
  current: boolean
  about: Words['proof']['about']
}) {
  const key = readKey(record)
  if (!key) return null
  return (
    <div class="section">
      <p class="cluster">
        <Tag state={current ? 'brand' : undefined}>{current ? about.now : about.retired}</Tag>
        <span>
          {about.since} <Time at={Temporal.Instant.from(key.since)} as="date" />
        </span>
      </p>
      <Facts facts={[{ name: about.fingerprint, value: <Hex text={fingerprint(key.raw)} /> }]} />
      {key.reason === 'lost' && <p>{about.lost}</p>}
      <p>
        <a href={`/proof/keys/${key.id}.pem`}>{about.download}</a>
      </p>
    </div>
  )
}

/** Digits to be compared by eye, in groups that may wrap. */
export const Hex = ({ text }: { text: string }) => (
  <bdi dir="ltr">
    <code>{text.replace(/\s/g, '').replace(/.{4}(?=.)/g, '$& ')}</code>
  </bdi>
)
