import type { Directory } from '#entities'
import { type Card, MEASURE_IDS, type MeasureId, type OpenedCard, type Share, SMALL } from '#insight'
import { pdfOf } from '#platform'
import { direction, formatDate, formatMonth, formatNumber, type Reader, words } from '#words'
import { PAPER } from './paper.ts'
import { sayCount, sayDays, sayRange, sayScore, sayScoreRange, sayShare } from './say.ts'

/** Cards as papers, one on a page, with what the rated said to them: to be kept with an appraisal. */
export const cardsPdf = (
  reader: Reader,
  cards: readonly OpenedCard[],
  directory: Directory,
): Promise<Buffer> => {
  const { common, evaluation } = words(reader.locale)
  return pdfOf(PAPER, {
    lang: reader.locale,
    dir: direction(reader.locale),
    service: common.service,
    title: evaluation.title,
    comments: evaluation.comments,
    cards: cards.map((card) => paperOf(reader, card, directory)),
  })
}

function paperOf(reader: Reader, found: OpenedCard, directory: Directory) {
  const { evaluation: said } = words(reader.locale)
  const { card, frozen, peers, comments, name, group } = found
  const entity = directory.entity(found.entity)?.name[reader.locale] ?? found.entity
  const { over } = card
  const about = [
    formatMonth(reader, found.month),
    name ? entity : group && said.groups[group],
    said.version(formatNumber(reader, found.version)),
    said.reasons[frozen.reason],
    formatDate(reader, frozen.frozenAt),
  ]
  return {
    name: name ?? entity,
    about: about.filter(Boolean),
    figures: figuresOf(reader, found),
    head: [
      said.measure,
      ...[said.value, said.columns.n, said.range],
      ...(over ? [said.overMonths(over.months)] : []),
      ...(peers ? [said.group] : []),
    ],
    rows: MEASURE_IDS.map((id) => ({
      name: said.measures[id],
      means: said.means[id],
      cells: [
        sayShare(reader, card.shares[id]),
        counted(reader, card.shares[id], id),
        sayRange(reader, card.shares[id]),
        ...(over ? [sayShare(reader, over.shares[id])] : []),
        ...(peers ? [sayShare(reader, peers.shares[id])] : []),
      ],
    })),
    notes: [
      ...(card.score ? [] : [said.noScoreHint(frozen.formula.leastReviewed)]),
      ...(over ? [said.overHint(over.months)] : []),
      ...(card.imported ? [said.imported(card.imported.answers, card.imported.dates)] : []),
      ...(peers ? [said.groupOf(peers.entities)] : []),
      `${said.rangeHint} ${said.smallHint}`,
    ],
    comments: comments.map(({ by, at, said: text, version }) => ({
      ...{ text, by, on: formatDate(reader, at) },
      version: said.saidTo(formatNumber(reader, version)),
    })),
  }
}

function figuresOf(reader: Reader, { card }: OpenedCard) {
  const { evaluation: said } = words(reader.locale)
  const { held, answers, praise } = card
  return [
    { name: said.score, value: sayScore(reader, card), note: scoreNote(reader, card) },
    { name: said.answers, value: formatNumber(reader, answers), note: '' },
    {
      name: said.held,
      value: held.value === null ? said.none : sayDays(reader, held.value),
      note: '',
    },
    { name: said.praise, value: formatNumber(reader, praise), note: '' },
  ]
}

function scoreNote(reader: Reader, card: Card): string {
  const { evaluation: said } = words(reader.locale)
  const over = card.over && said.notAlone(card.over.months)
  return [sayScoreRange(reader, card), over].filter(Boolean).join(' · ')
}

function counted(reader: Reader, share: Share, id: MeasureId): string {
  if (share.n === 0) return ''
  const count = sayCount(reader, share, id)
  return share.n < SMALL ? `${count} (${words(reader.locale).evaluation.small})` : count
}
