import { fingerprint, type Issued, readHead } from '#cases'
import { formatReference } from '#kernel'
import { pdfOf } from '#platform'
import { direction, formatDate, formatDateTime, type Reader, words } from '#words'
import { PAPER } from './paper.ts'
import { qrSvg } from './qr.ts'

/**
 * The receipt as a page to print, in the reader's language.
 *
 * The letters of the code also stand as a comment after the end of the document, so that whoever is sent the
 * PDF can check it without scanning anything.
 */
export async function receiptPdf(reader: Reader, issued: Issued, letters: string): Promise<Buffer> {
  const pdf = await pdfOf(PAPER, { ...wordsOf(reader, issued), qr: qrSvg(letters) })
  return Buffer.concat([pdf, Buffer.from(`\n%${letters}\n`)])
}

function wordsOf(reader: Reader, { statement, receipt }: Issued) {
  const { proof, common, cases } = words(reader.locale)
  const t = proof.receipt
  const at = (moment: string) => formatDateTime(reader, Temporal.Instant.from(moment))
  const head = receipt.inclusion && readHead(receipt.inclusion.head.signed)
  const fact = (name: string, value: string, ltr = false) => ({ name, value, ltr })
  return {
    lang: reader.locale,
    dir: direction(reader.locale),
    service: common.service,
    title: t[statement.moment],
    lead: t.lead,
    facts: [
      fact(t.service, statement.service, true),
      fact(t.reference, formatReference(statement.reference), true),
      fact(t.type, common.types[statement.type]),
      fact(t.submittedAt, at(statement.submittedAt)),
      fact(t.answerBy, at(statement.answerBy)),
      ...(statement.moment === 'answered'
        ? [fact(t.answeredAt, at(statement.answeredAt)), fact(t.outcome, cases.outcomes[statement.outcome])]
        : []),
      fact(t.recorded, head ? t.inRecord(formatDate(reader, Temporal.PlainDate.from(head.day))) : t.notYet),
      fact(t.fingerprint, fingerprint(Buffer.from(receipt.publicKey, 'hex')), true),
    ],
    scan: t.scan,
    how: t.how,
    check: t.howText('\u0000'),
    address: `${statement.service}/${reader.locale}/proof/check`,
    notes: [t.noWords, t.withWords],
  }
}
