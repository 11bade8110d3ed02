import { plural } from '../plural.ts'
import { pages } from './messages/pages.ts'
import { resident } from './messages/resident.ts'
import { staff } from './messages/staff.ts'

/** What Sawt writes to people, and the pages about it. */
export const messages = {
  said: { ...resident, ...staff },
  /** Around every mail. */
  frame: {
    /** In the middle of a sentence. */
    central: 'المكتب المركزي',
    openCase: 'افتح طلبك',
    openDesk: 'افتح الطلب',
    openLink: 'اقرأ الطلب واكتب الرد',
    openQueue: 'افتح قائمتك',
    openPath: 'افتح الصفحة',
    question: 'السؤال',
    reason: 'السبب',
    remedy: 'إلى أين تلجأ',
    footer: 'أرسلته خدمة صوت تلقائيًا. لا يُقرأ ما يُكتب ردًا على هذه الرسالة.',
    stop: 'اختر ما يصلك',
  },
  /** The one mail a day that gathers what waits for somebody. */
  digest: {
    name: 'ملخص اليوم',
    subject: (day: string) => `ما ينتظرك اليوم: ${day}`,
    turn: (count: number) =>
      plural('ar', count, {
        zero: 'لا شيء ينتظر خطوتك',
        one: 'طلب واحد ينتظر خطوتك',
        two: 'طلبان ينتظران خطوتك',
        few: `${count} طلبات تنتظر خطوتك`,
        many: `${count} طلبًا ينتظر خطوتك`,
        other: `${count} طلب ينتظر خطوتك`,
      }),
    late: (count: number) =>
      plural('ar', count, {
        zero: 'لا شيء متأخر',
        one: 'طلب واحد متأخر',
        two: 'طلبان متأخران',
        few: `${count} طلبات متأخرة`,
        many: `${count} طلبًا متأخرًا`,
        other: `${count} طلب متأخر`,
      }),
    notices: (count: number) =>
      plural('ar', count, {
        zero: 'لا إشعارات لم تقرأها',
        one: 'إشعار واحد لم تقرأه',
        two: 'إشعاران لم تقرأهما',
        few: `${count} إشعارات لم تقرأها`,
        many: `${count} إشعارًا لم تقرأه`,
        other: `${count} إشعار لم تقرأه`,
      }),
    next: 'افتح قائمتك وابدأ بما هو أقرب موعدًا.',
    sms: (count: number) =>
      plural('ar', count, {
        zero: 'صوت: لا شيء ينتظرك اليوم.',
        one: 'صوت: طلب واحد ينتظرك اليوم.',
        two: 'صوت: طلبان ينتظرانك اليوم.',
        few: `صوت: ${count} طلبات تنتظرك اليوم.`,
        many: `صوت: ${count} طلبًا ينتظرك اليوم.`,
        other: `صوت: ${count} طلب ينتظرك اليوم.`,
      }),
  },
  pages,
}
