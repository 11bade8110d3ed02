import { takeIn } from '#arrivals'
import { readSms } from '#messages'
import { CALLING_CODES, parsePhone } from '#people'
import type { Handler } from '../base/env.ts'
import { cleanText, withoutControls } from '../forms/clean-text.ts'
import { fieldsOf } from './reports.ts'

/** A person's text message, handed over by the gateway: a case, an addition, or something that waits. */
export const smsIn: Handler = async (c) => {
  const { tools } = c.var
  const read = readSms(tools.gateways, { secret: c.req.param('secret') ?? '', given: await fieldsOf(c) })
  if (!read.ok) return c.text(read.reason, read.reason === 'not-found' ? 404 : 400)
  const { id, from, text } = read.value
  const { country } = await tools.directory()
  const phone =
    parsePhone(from.startsWith('+') ? from : `+${from}`) ?? parsePhone(from, CALLING_CODES[country ?? ''])
  const clean = cleanText(text)
  await takeIn(
    { ...tools, ours: [] },
    {
      channel: 'sms',
      name: id,
      from: { address: phone ?? from.slice(0, 30), name: '' },
      subject: '',
      text: clean.ok ? clean.value : withoutControls(text),
      answers: [],
      // Short codes and names are machines: a person's telephone has a number.
      automatic: phone === undefined,
      attachments: [],
    },
  )
  tools.wake()
  return c.text('ok')
}
