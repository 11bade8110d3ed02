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

  /** The ladder on the page of a case. */
  caseLadder: {
    title: 'التصعيد',
    next: 'التالي',
    told: (roles: string) => `أُخبر: ${roles}`,
    willTell: (roles: string) => `يُخبر: ${roles}`,
    top: 'بلغ التصعيد أعلاه، ولم يبق بعده أحد يُخبر.',
    resting: 'التصعيد متوقف ما دام السؤال عند مقدم الطلب.',
    explain: 'كيف جاءت هذه المواعيد',
  },

  /** How a date came about, day by day. */
  explain: {
    title: 'كيف جاءت المواعيد',
    lead: 'كل موعد يُعد من بدايته يومًا يومًا، بنسخة التقويم التي كانت سارية حينها.',
    resident: 'موعد مقدم الطلب',
    entity: 'موعد الجهة',
    noEntity: 'ليس الطلب لدى جهة الآن، فلا موعد لها.',
    unknown: 'جاء هذا الموعد من سجل قديم، ولا نعرف كيف حُسب.',
    because: {
      promised: 'بدأ الوعد',
      nearer: 'اقترب الموعد بعد الإحالة',
      afresh: 'بدأ الوعد من جديد',
      extended: 'مُدّد الموعد',
      paused: 'تحرك الموعد بعد سؤال مقدم الطلب',
      recounted: 'أُعيد الحساب بعد تغيّر التقويم',
    },
    by: (calendar: string, version: number) => `بتقويم ${calendar}، النسخة ${version}`,
    reason: 'سبب تغيّر التقويم',
    until: 'الموعد',
    was: 'كان قبل ذلك',
    dayByDay: 'العدّ يومًا يومًا',
    stood: 'توقف وقت الجهة من',
    stoodUntil: 'إلى',
    left: (time: string) => `وبقي لها حين توقف ${time} من وقت العمل، وبه يُعد الموعد الجديد من لحظة الجواب.`,
    andMore: 'ثم أُضيف ما أُضيف قبل ذلك من تمديد، ولم يُحسب على الجهة وقت انتظار الجواب.',
    spent: 'ما مضى من الوقت',
    gross: 'منذ التقديم، بالليل والنهار',
    working: 'منه وقت عمل',
    paused: 'منه انتظار جواب مقدم الطلب',
    net: 'صافي وقت عمل الجهات',
  },
}
