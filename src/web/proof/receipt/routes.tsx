import type { Context, Hono } from 'hono'
import { type Issued, issueReceipt, MOMENTS, type ReceiptMoment, toCompact } from '#cases'
import { formatReference } from '#kernel'
import { allow, limiter } from '#people'
import { addressOf } from '../../api/address.ts'
import type { Env } from '../../base/env.ts'
import { attachment } from '../../forms/send-file.ts'
import { drawNone, drawReceipt, drawUnsigned } from './page.tsx'
import { receiptPdf } from './pdf.ts'

/** The case that whoever asks has a right to, and where its pages are below the language. */
export interface Holder {
  caseId: string
  base: string
}

/**
 * The receipts of a case beside its other pages: `receipt/submitted` and `receipt/answered`, each as a page,
 * as a paper (PDF) and as a file (JSON). Whoever may see the case may have them; `find` says so.
 */
export function addReceipts(
  app: Hono<Env>,
  find: (c: Context<Env>) => Holder | undefined | Promise<Holder | undefined>,
  elsewhere: (c: Context<Env>) => Response | Promise<Response>,
): void {
  // Drawing a page of PDF takes some five milliseconds of the process.
  const papers = limiter({ burst: 30, everySeconds: 2 })
  const withReceipt =
    (show: (c: Context<Env>, issued: Issued, holder: Holder) => Response | Promise<Response>) =>
    async (c: Context<Env>) => {
      const holder = await find(c)
      if (!holder) return elsewhere(c)
      const moment = MOMENTS.find((one) => one === c.req.param('moment'))
      if (!moment) return c.notFound()
      const issued = await issueReceipt(c.var.tools, holder.caseId, moment)
      if (issued.ok) return show(c, issued.value, holder)
      return issued.reason === 'no-key' ? unsigned(c, holder) : drawNone(c, holder)
    }
  app.get('/receipt/:moment', withReceipt(drawReceipt))
  app.get(
    '/receipt/:moment/file',
    withReceipt((c, { statement, receipt }) =>
      send(c, `${JSON.stringify(receipt, null, 2)}\n`, 'application/json', nameOf(statement, 'json')),
    ),
  )
  app.get(
    '/receipt/:moment/paper',
    withReceipt(async (c, issued, holder) => {
      if (!allow(papers, addressOf(c) ?? '', c.var.tools.clock.now())) {
        c.header('Retry-After', '10')
        return drawReceipt(c, issued, holder, 429)
      }
      const bytes = await receiptPdf(c.var.page.reader, issued, toCompact(issued.receipt))
      return send(c, new Uint8Array(bytes), 'application/pdf', nameOf(issued.statement, 'pdf'))
    }),
  )
}

function unsigned(c: Context<Env>, holder: Holder) {
  c.var.tools.log.error('a receipt could not be signed: the signing key is not on this machine')
  return drawUnsigned(c, holder)
}

const nameOf = (
  { reference, moment }: { reference: string; moment: ReceiptMoment },
  extension: string,
): string => `sawt-${formatReference(reference)}-${moment}.${extension}`

const send = (c: Context<Env>, body: string | Uint8Array<ArrayBuffer>, type: string, name: string) =>
  c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': attachment(name),
    'Cache-Control': 'private, no-store',
  })
