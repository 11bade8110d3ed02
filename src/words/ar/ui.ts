import { plural } from '../plural.ts'

/** What the components themselves say; everything else comes to them as props. */
export const ui = {
  skip: 'انتقل إلى المحتوى',
  mainMenu: 'القائمة الرئيسية',
  demonstration: 'نسخة للعرض والتجربة: الجهات والطلبات هنا ليست حقيقية.',
  footer: 'صوت خدمة حكومية لكل من يعيش في هذا البلد.',

  question: (now: number, of: number) => `السؤال ${now} من ${of}`,
  errorTitle: 'لم نتمكن من المتابعة بعد',
  error: 'خطأ',
  tabTitle: (title: string, service: string) => `${title} · ${service}`,
  errorInTitle: (title: string) => `خطأ: ${title}`,
  charactersAtMost: (said: string, limit: number) =>
    plural('ar', limit, {
      zero: 'لا تكتب شيئًا هنا',
      one: 'حرف واحد على الأكثر',
      two: 'حرفان على الأكثر',
      few: `${said} أحرف على الأكثر`,
      many: `${said} حرفًا على الأكثر`,
      other: `${said} حرف على الأكثر`,
    }),
  choose: 'اختر',
  filesAtMost: (files: number, megabytes: number) =>
    plural('ar', files, {
      zero: 'لا يمكن إرفاق ملفات',
      one: `ملف واحد، حتى ${megabytes} ميغابايت`,
      two: `ملفان على الأكثر، حتى ${megabytes} ميغابايت لكل منهما`,
      few: `${files} ملفات على الأكثر، حتى ${megabytes} ميغابايت لكل ملف`,
      many: `${files} ملفًا على الأكثر، حتى ${megabytes} ميغابايت لكل ملف`,
      other: `${files} ملف على الأكثر، حتى ${megabytes} ميغابايت لكل ملف`,
    }),

  place: {
    words: 'صف المكان بكلماتك',
    wordsHint: 'شارع أو معلم أو مبنى قريب',
    area: 'المنطقة',
    exact: 'أعرف الإحداثيات',
    latitude: 'خط العرض',
    longitude: 'خط الطول',
  },

  states: {
    'on-time': 'في الموعد',
    soon: 'يقترب الموعد',
    late: 'تجاوز الموعد',
    done: 'تمت الإجابة',
    paused: 'الوقت متوقف',
    sealed: 'سري',
  },
  promise: {
    answerBy: 'سنجيبك في موعد أقصاه',
    wasDue: 'كان موعد الإجابة',
    answeredOn: 'أجبناك يوم',
    withNow: 'الطلب الآن لدى',
    handled: 'أجابت',
    // To staff: the same promise, seen from the other side of the desk.
    staff: {
      answerBy: 'الرد مطلوب في موعد أقصاه',
      wasDue: 'كان الرد مطلوبًا',
      answeredOn: 'أُرسل الرد يوم',
      withNow: 'لدى',
      handled: 'أجابت',
      decideBy: 'البت في الاعتراض في موعد أقصاه',
      wasToDecide: 'كان موعد البت في الاعتراض',
    },
    elapsed: (percent: number) => `مضى ${percent}٪ من الوقت`,
    left: (days: number) =>
      plural('ar', days, {
        zero: 'اليوم هو الموعد الأخير',
        one: 'باقٍ يوم عمل واحد',
        two: 'باقٍ يوما عمل',
        few: `باقٍ ${days} أيام عمل`,
        many: `باقٍ ${days} يوم عمل`,
        other: `باقٍ ${days} يوم عمل`,
      }),
    over: (days: number) =>
      plural('ar', days, {
        zero: 'تأخرت الإجابة أقل من يوم عمل',
        one: 'تأخرت الإجابة يوم عمل واحدًا',
        two: 'تأخرت الإجابة يومي عمل',
        few: `تأخرت الإجابة ${days} أيام عمل`,
        many: `تأخرت الإجابة ${days} يوم عمل`,
        other: `تأخرت الإجابة ${days} يوم عمل`,
      }),
  },
  due: {
    left: (days: number) =>
      plural('ar', days, {
        zero: 'اليوم',
        one: 'يوم واحد',
        two: 'يومان',
        few: `${days} أيام`,
        many: `${days} يومًا`,
        other: `${days} يوم`,
      }),
    over: (days: number) =>
      plural('ar', days, {
        zero: 'متأخر منذ اليوم',
        one: 'متأخر يومًا',
        two: 'متأخر يومين',
        few: `متأخر ${days} أيام`,
        many: `متأخر ${days} يومًا`,
        other: `متأخر ${days} يوم`,
      }),
  },

  caseNumber: 'رقم الطلب',
  pin: 'الرمز السري',
  answerBy: 'موعد الإجابة',

  sortAscending: 'مرتب تصاعديًا',
  sortDescending: 'مرتب تنازليًا',
  filter: 'تصفية',
  clearFilters: 'إزالة التصفية',
  pages: 'الصفحات',
  previous: 'السابق',
  next: 'التالي',
  first: 'من البداية',
  search: 'بحث',
  searchHint: 'رقم أو كلمات',
  account: 'الحساب',
  waiting: (count: number) =>
    plural('ar', count, {
      zero: 'لا شيء بالانتظار',
      one: 'طلب واحد بالانتظار',
      two: 'طلبان بالانتظار',
      few: `${count} طلبات بالانتظار`,
      many: `${count} طلبًا بالانتظار`,
      other: `${count} طلب بالانتظار`,
    }),
  scale: (value: number, best: number) => `${value} من ${best}`,
}
