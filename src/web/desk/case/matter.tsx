import { Facts, Icon, Quote, Section, Time, useLink, useReader, useWords } from '#ui'
import type { CaseData } from './data.ts'

/** What the resident wrote and would like, where it happened, and what they sent along. */
export function Matter({ data }: { data: CaseData }) {
  const { desk } = useWords()
  const { state, first, events, directory } = data
  const { locale } = useReader()
  const place = [
    directory
      .placePath(state.place)
      .map(({ name }) => name[locale])
      .join(locale === 'ar' ? '، ' : ', '),
    first.place?.text,
  ].filter(Boolean)
  const added = events.filter(({ step, words }) => step === 'add' && words?.text)
  return (
    <>
      <Quote text={first.text ?? state.subject} lang={state.language} by={<SaidBy data={data} />} />
      {added.map(({ seq, words, at }) => (
        <Quote
          key={seq}
          text={words?.text ?? ''}
          lang={state.language}
          by={
            <>
              {desk.page.added} · <Time at={at} />
            </>
          }
        />
      ))}
      <Facts
        facts={[
          ...(first.remedy ? [{ name: desk.page.remedy, value: <bdi>{first.remedy}</bdi> }] : []),
          ...(place.length > 0 || first.place?.lat !== undefined
            ? [{ name: desk.page.place, value: <Place texts={place} at={first.place} /> }]
            : []),
        ]}
      />
      <Files
        data={data}
        seqs={(seq) => seq === 1 || added.some((each) => each.seq === seq)}
        title={desk.page.files}
      />
    </>
  )
}

function SaidBy({ data: { state, requester, sight } }: { data: CaseData }) {
  const { desk, cases } = useWords()
  const name = requester?.name ?? (sight.name ? desk.page.nameless : desk.page.hidden)
  return (
    <>
      <bdi>{name}</bdi> · {cases.channels[state.channel]} · <Time at={state.receivedAt} />
    </>
  )
}

function Place({ texts, at }: { texts: (string | undefined)[]; at?: { lat?: number; lon?: number } }) {
  return (
    <>
      {texts.map((text) => (
        <span key={text} class="line">
          <bdi>{text}</bdi>
        </span>
      ))}
      {at?.lat !== undefined && at.lon !== undefined && (
        <bdi dir="ltr" class="line">
          {at.lat}, {at.lon}
        </bdi>
      )}
    </>
  )
}

/** Files that came with some events, to be opened one by one. */
export function Files({
  data: { files, state },
  seqs,
  title,
}: {
  data: CaseData
  seqs: (seq: number) => boolean
  title?: string
}) {
  const link = useLink()
  const { desk } = useWords()
  const shown = files.filter(({ seq }) => seqs(seq))
  if (shown.length === 0) return null
  const list = (
    <ul class="files">
      {shown.map(({ id, name, size, internal }) => (
        <li key={id}>
          <a href={link(`/desk/cases/${state.id}/files/${id}`)}>
            <Icon name="file" />
            <bdi>{name}</bdi>
          </a>{' '}
          <small class="soft">
            {desk.page.kilobytes(Math.max(1, Math.round(size / 1024)))}
            {internal && ` · ${desk.page.internal}`}
          </small>
        </li>
      ))}
    </ul>
  )
  return title ? <Section title={title}>{list}</Section> : list
}
