/** An invented ministry's old system: how its file is read, and a file of any length, the same each time. */
export const OLD_PORTAL = {
  timeZone: 'Asia/Bahrain',
  id: 'Ticket',
  received: { column: 'Opened', format: 'dd/MM/yyyy HH:mm' },
  due: { column: 'Due', format: 'dd/MM/yyyy' },
  closed: { column: 'Closed', format: 'dd/MM/yyyy HH:mm' },
  type: { by: 'Kind', words: { شكوى: 'complaint', اقتراح: 'suggestion', شكر: 'praise' } },
  channel: { by: 'Via', words: { Hotline: 'phone', Portal: 'web' }, otherwise: 'import' },
  stage: { by: 'Status', words: { 'Closed*': 'closed', Open: 'with-entity', New: 'received' } },
  outcome: {
    by: 'Status',
    words: { 'Closed - fixed': 'solved', 'Closed - withdrawn': 'withdrawn' },
    otherwise: 'explained',
  },
  entity: 'Office',
  category: 'Topic',
  subject: 'Topic',
  text: 'Story',
  reply: 'Answer',
  place: ['Area'],
  requester: { name: 'Name', phone: 'Phone' },
} as const

export const COLUMNS = 'Ticket,Opened,Due,Closed,Kind,Via,Status,Office,Topic,Story,Answer,Area,Name,Phone'

const two = (number: number) => String(number).padStart(2, '0')

/** One line of the file; `over` replaces columns by their name. */
export function line(number: number, over: Record<string, string> = {}): string {
  const [day, hour] = [two(1 + (number % 28)), two(number % 24)]
  const closed = number % 5 > 0
  const row: Record<string, string> = {
    Ticket: `T-${number}`,
    Opened: `${day}/03/2024 ${hour}:15`,
    Due: number % 7 === 0 ? '' : `${two(1 + ((number * 3) % 28))}/04/2024`,
    Closed: closed ? `${day}/04/2024 09:30` : '',
    Kind: ['شكوى', 'شكوى', 'اقتراح', 'شكر'][number % 4] ?? '',
    Via: ['Hotline', 'Portal', 'Fax'][number % 3] ?? '',
    Status: closed
      ? (['Closed - fixed', 'Closed', 'Closed - withdrawn'][number % 3] ?? '')
      : number % 10
        ? 'Open'
        : 'New',
    Office: ['وزارة الأشغال', 'Ministry of Housing', 'Old Roads Office', 'بلدية المحرق'][number % 4] ?? '',
    Topic: ['الحفر', 'Street lights', 'Water & sewers'][number % 3] ?? '',
    Story: `حفرة كبيرة رقم ${number} أمام المدرسة`,
    Answer: closed ? `أصلحنا الحفرة رقم ${number}` : '',
    Area: 'المحرق',
    Name: 'علي حسن',
    Phone: '+97336000000',
    ...over,
  }
  return COLUMNS.split(',')
    .map((column) => quoted(row[column] ?? ''))
    .join(',')
}

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

export const file = (rows: number): string =>
  `${[COLUMNS, ...Array.from({ length: rows }, (_, index) => line(index + 1))].join('\n')}\n`
