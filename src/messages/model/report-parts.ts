import { formatMonth, formatNumber, formatPercent, type Reader, words } from '#words'
import type { MoreFacts, Moved, ReportFacts } from './report-facts.ts'
import { after, daysForm, FEW, listed, percent, SAME } from './report-phrases.ts'

export function needs(reader: Reader, { kind, received, receivedBefore, most, more }: ReportFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const counted = (list: readonly Moved[]) =>
    list.map(({ name, now }) => said.counted(name[reader.locale], formatNumber(reader, now)))
  const moved = (list: readonly Moved[]) =>
    list.map(({ name, now, before }) =>
      said.moved(name[reader.locale], formatNumber(reader, now), formatNumber(reader, before)),
    )
  const top = more ? counted(more.most) : most.map((each) => each[reader.locale])
  const changed = said[received > receivedBefore ? 'changedMore' : 'changedFewer']
  const months = more?.months.map(({ from, received: count }) =>
    said.counted(formatMonth(reader, Temporal.PlainDate.from(from)), formatNumber(reader, count)),
  )
  return [
    ...listed(reader, top, said.most),
    ...listed(reader, kind === 'quarter' ? months : [], said.byMonth),
    ...listed(reader, more && moved(more.changedAbout), changed),
    ...listed(reader, more && moved(more.changedAt), said.changedAt),
  ]
}

export function answers(reader: Reader, of: ReportFacts): string[] {
  const { report: said, value } = words(reader.locale).insight
  const { medianDays, p90Days, more } = of
  const days = (count: number) => value.days(formatNumber(reader, count), daysForm(count))
  const took =
    medianDays === null || p90Days === null
      ? []
      : [
          `${said.took(days(medianDays), days(p90Days))}${
            typeof more?.medianBefore === 'number' && Math.abs(more.medianBefore - medianDays) >= SAME.days
              ? said.tookBefore(days(more.medianBefore))
              : ''
          }.`,
        ]
  return [...took, ...(more ? quality(reader, of, more) : []), ...satisfaction(reader, of)]
}

function quality(reader: Reader, { answered }: ReportFacts, more: MoreFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const number = (count: number) => formatNumber(reader, count)
  const { firstRight, promised, promisedKept } = more
  const kept = promisedKept === 0 ? 'none' : promisedKept === promised ? 'all' : 'some'
  const endings = (['refused', 'withdrawn', 'unanswered', 'merged'] as const)
    .filter((each) => more[each] > 0)
    .map((each) => said.counted(said.endings[each], number(more[each])))
  return [
    ...(firstRight === null || answered === 0 ? [] : [said.firstRight(formatPercent(reader, firstRight))]),
    ...listed(reader, endings, said.ended),
    ...(promised > 0 ? [said.promised(number(promised), promised, number(promisedKept), kept)] : []),
  ]
}

function satisfaction(reader: Reader, { rated, satisfied, more }: ReportFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const praise = more?.praise ? [said.praise(formatNumber(reader, more.praise), more.praise)] : []
  if (satisfied === null || rated === 0) return praise
  const rate = more?.responseRate
  return [
    `${said.satisfied(formatNumber(reader, rated), rated, formatPercent(reader, satisfied))}${after(reader, satisfied, more?.satisfiedBefore)}${
      typeof rate === 'number' ? said.response(formatPercent(reader, rate)) : ''
    }.`,
    ...(rated < FEW ? [said.few] : []),
    ...praise,
  ]
}

export function decisions(reader: Reader, { slowest, more }: ReportFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const number = (count: number) => formatNumber(reader, count)
  if (!more)
    return listed(
      reader,
      slowest.map((each) => each[reader.locale]),
      said.slowest,
    )
  const late = more.slowest.map(({ name, share, of }) =>
    said.shareOf(name[reader.locale], formatPercent(reader, share), number(of)),
  )
  const better = more.improved.map(({ name, share, before }) =>
    said.rose(name[reader.locale], percent(reader, before), formatPercent(reader, share)),
  )
  const raised = [more.toHead, more.toMinister, more.toOperations].map((count) =>
    said.times(number(count), count),
  )
  return [
    ...listed(reader, late, said.slowest),
    ...listed(reader, better, said.improved),
    ...(more.toHead + more.toMinister + more.toOperations > 0
      ? [said.raised(raised[0] ?? '', raised[1] ?? '', raised[2] ?? '')]
      : []),
  ]
}

export function recurring(reader: Reader, { known, fixed, more }: ReportFacts): string[] {
  const { report: said } = words(reader.locale).insight
  const own = (name: Readonly<Record<'ar' | 'en', string>>) => name[reader.locale]
  if (!more)
    return [...listed(reader, known.map(own), said.recurs), ...listed(reader, fixed.map(own), said.fixed)]
  // What was announced before anybody wrote has no cases yet.
  const working = more.known.map(({ name, cases }) =>
    cases === 0 ? own(name) : said.counted(own(name), said.cases(formatNumber(reader, cases), cases)),
  )
  const done = more.fixed.map(({ name, told }) => (told ? said.told(own(name), own(told)) : own(name)))
  const lines = [
    ...listed(reader, working, said.recurs),
    ...done.map((each) => said.fixed(each.replace(/\.$/, ''))),
    ...listed(reader, more.held.map(own), said.held),
  ]
  return lines.length > 0 ? lines : [said.nothingRecurs]
}
