import { plural } from '../plural.ts'

/** Words that every page, message and answer shares. */
export const common = {
  service: 'صوت',
  tagline: 'صوتك مسموع، والرد في موعده',
  languageName: 'العربية',
  yes: 'نعم',
  no: 'لا',
  notSure: 'لست متأكدًا',
  optional: 'اختياري',
  none: 'لا يوجد',
  unknown: 'غير معروف',

  acts: {
    continue: 'متابعة',
    back: 'رجوع',
    save: 'حفظ',
    send: 'إرسال',
    cancel: 'إلغاء',
    change: 'تغيير',
    remove: 'إزالة',
    add: 'إضافة',
    search: 'بحث',
    show: 'عرض',
    clear: 'مسح',
    print: 'طباعة',
    download: 'تنزيل',
    signIn: 'تسجيل الدخول',
    signOut: 'تسجيل الخروج',
    start: 'ابدأ',
    home: 'الصفحة الرئيسية',
  },

  types: {
    inquiry: 'استفسار',
    complaint: 'شكوى',
    suggestion: 'اقتراح',
    praise: 'ثناء',
    violation: 'إبلاغ عن مخالفة',
  },

  stages: {
    received: 'وصل',
    'with-entity': 'لدى الجهة',
    'awaiting-resident': 'بانتظار مقدم الطلب',
    replied: 'كُتب الرد',
    verified: 'رُوجع الرد',
    answered: 'أُجيب',
    objected: 'اعتُرض على الرد',
    closed: 'أُغلق',
  },

  days: (days: number) =>
    plural('ar', days, {
      zero: 'أقل من يوم',
      one: 'يوم واحد',
      two: 'يومان',
      few: `${days} أيام`,
      many: `${days} يومًا`,
      other: `${days} يوم`,
    }),
  workingDays: (days: number) =>
    plural('ar', days, {
      zero: 'أقل من يوم عمل',
      one: 'يوم عمل واحد',
      two: 'يوما عمل',
      few: `${days} أيام عمل`,
      many: `${days} يوم عمل`,
      other: `${days} يوم عمل`,
    }),
  cases: (count: number) =>
    plural('ar', count, {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: `${count} طلبات`,
      many: `${count} طلبًا`,
      other: `${count} طلب`,
    }),
  results: (count: number) =>
    plural('ar', count, {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: `${count} نتائج`,
      many: `${count} نتيجةً`,
      other: `${count} نتيجة`,
    }),
  files: (count: number) =>
    plural('ar', count, {
      zero: 'لا ملفات',
      one: 'ملف واحد',
      two: 'ملفان',
      few: `${count} ملفات`,
      many: `${count} ملفًا`,
      other: `${count} ملف`,
    }),
}
