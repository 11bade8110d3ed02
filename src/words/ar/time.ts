import { plural } from '../plural.ts'

/** Time: the ladder and its rungs, how dates came about, and the clock of a demonstration. */
export const time = {
  clock: {
    place: 'ساعة العرض',
    title: 'ساعة العرض',
    lead: 'قدّم الساعة لترى التنبيهات والتصعيد والرسائل تحدث بترتيبها. كل شيء يحدث في موعده كأن الوقت مضى فعلًا.',
    itIs: 'قُدّمت الساعة، والوقت هنا الآن:',
    now: 'الوقت في هذا العرض',
    wall: 'الوقت الحقيقي',
    next: 'الموعد التالي الذي يحدث فيه شيء',
    nothingNext: 'لا شيء ينتظر موعدًا',
    forward: 'تقديم الساعة',
    onlyForward: 'الساعة تتقدم ولا ترجع: ما حدث لا يصير مستقبلًا. تسجيل دخولك يبقى كما هو.',
    by: {
      next: 'إلى الموعد التالي',
      hour: 'ساعة',
      day: 'يومًا',
      'three-days': 'ثلاثة أيام',
      week: 'أسبوعًا',
      'two-weeks': 'أسبوعين',
    },
    happened: 'ما فعله الوقت أخيرًا',
    happenedHint: 'الأحدث أولًا. تصل الرسائل إلى صندوق العرض.',
    nothingYet: 'لم يفعل الوقت شيئًا بعد',
    nothingYetHint: 'قدّم الساعة يومًا أو أسبوعًا.',
    mailbox: 'صندوق رسائل العرض',
    when: 'متى',
    what: 'ماذا حدث',
    which: 'الطلب',
    told: 'من أُخبر',
    messages: (count: number) =>
      plural('ar', count, {
        zero: 'بلا رسائل',
        one: 'رسالة واحدة',
        two: 'رسالتان',
        few: `${count} رسائل`,
        many: `${count} رسالة`,
        other: `${count} رسالة`,
      }),
    notices: (count: number) =>
      plural('ar', count, {
        zero: 'بلا إشعارات',
        one: 'إشعار واحد',
        two: 'إشعاران',
        few: `${count} إشعارات`,
        many: `${count} إشعارًا`,
        other: `${count} إشعار`,
      }),
  },

  ladder: {
    place: 'التصعيد',
  },

  /** A rung as a sentence: the moment of a clock, and the clock. */
  rungs: {
    share: (percent: number) => `مضى ${percent}٪ من الوقت`,
    atTheDate: 'حلّ الموعد',
    daysAfter: (days: number) =>
      plural('ar', days, {
        zero: 'حلّ الموعد',
        one: 'مضى على الموعد يوم عمل واحد',
        two: 'مضى على الموعد يوما عمل',
        few: `مضى على الموعد ${days} أيام عمل`,
        many: `مضى على الموعد ${days} يوم عمل`,
        other: `مضى على الموعد ${days} يوم عمل`,
      }),
  },
}
