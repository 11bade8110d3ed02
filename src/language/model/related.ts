import { canonical } from './dialect.ts'
import { normalise } from './normalise.ts'

/**
 * Words of public services that lead to one another when somebody looks for something: the same thing in both
 * languages, and what an office calls what people call otherwise. Asked, never indexed.
 */
const RELATED = `
جواز سفر passport
هوية بطاقة شخصية id identity card cpr احوال
اقامة residency residence permit visa تأشيرة
جنسية nationality citizenship تجنيس
زيارة visit visitor
كفيل كفالة sponsor sponsorship استقدام
تصريح إذن permit permission
رخصة ترخيص licence license licensing licensed
قيادة سياقة driving driver سائق
مركبة سيارة vehicle vehicles car motor auto
ملكية استمارة تسجيل registration ownership
لوحة plate plates number
مخالفة غرامة fine fines violation ticket penalty
مرور traffic
حادث accident crash
موقف مواقف parking
حافلة باص bus
قطار مترو metro train railway
طيران مطار aviation airport flight
ميناء بحري سفينة قارب port marine ship boat vessel
شاحنة نقل truck transport transportation
ميلاد ولادة birth born newborn
وفاة متوفى death deceased
زواج عقد marriage marry wedding
طلاق divorce
عائلة أسرة family
ورثة ميراث إرث inheritance heirs
وصاية ولاية حضانة guardianship custody
شهادة certificate certificates
تصديق توثيق attestation attest authentication authenticate notary
ترجمة translation translate
مستند وثيقة ورقة document documents paper papers
نموذج استمارة form application
طلب request apply application معاملة
تقديم submit apply application
موعد حجز appointment booking book reserve
رسوم رسم تكلفة سعر fee fees cost price charge
دفع سداد تسديد pay payment
فاتورة bill bills invoice
استرداد استرجاع refund
قرض تمويل loan financing
ضريبة tax taxes
جمارك جمركي customs
استيراد import
تصدير export
بنك مصرف bank
تأمين insurance
كهرباء electricity power electric
ماء water
عداد meter
تسرب leak leakage
انقطاع outage cut
صرف مجاري sewage sewer drainage
نفايات قمامة نظافة waste garbage trash rubbish cleaning
إنارة ضوء lighting streetlight light
شارع طريق road street
حفرة pothole hole
بناء مبنى عمارة building construction build
هدم demolition demolish
مقاول مقاولات contractor contracting
مهندس هندسي engineer engineering
عقار عقاري property estate
سند ملكية deed title ownership
أرض قسيمة land plot
سكن إسكان housing house home
إيجار مستأجر مؤجر rent rental lease tenant
بدل علاوة allowance
بلدية municipality municipal
خريطة مخطط map plan
حديقة park garden
زراعة مزرعة agriculture farm farming farmer
حيوان بيطري animal pet veterinary vet
صيد fishing hunting
مستشفى hospital
مركز صحي عيادة clinic health
صحة صحي health medical
طبيب doctor physician
ممرض تمريض nurse nursing
صيدلية دواء pharmacy medicine drug
تطعيم لقاح vaccination vaccine
علاج treatment
استشارة consultation consult
عاجل طارئ urgent emergency
إسعاف ambulance
تقرير report
سجل ملف record file history
مختبر فحص تحليل lab test laboratory
إعاقة معاق disability disabled
مسن كبير elderly senior
مدرسة school schools
طالب student students
جامعة كلية university college
قبول admission enrollment enrolment تسجيل
انسحاب سحب withdrawal withdraw
منحة بعثة scholarship grant
معلم مدرس teacher
امتحان اختبار exam test examination
نتيجة درجة علامة result grade mark
معادلة equivalency equivalence
كشف transcript
روضة حضانة nursery kindergarten
تدريب training course دورة
عمل وظيفة job work employment vacancy
باحث عاطل jobseeker unemployed unemployment
توظيف recruitment hiring employ
عامل عمالة worker workers labour labor
صاحب employer
راتب أجر salary wage wages pay
نهاية خدمة service gratuity
استقالة resignation resign
إجازة leave vacation
تقاعد معاش pension retirement retire
خادمة منزلية domestic maid housemaid
شركة company firm corporate
تجاري تجارة commercial trade business commerce
سجل register registry registration
اسم name
علامة trademark brand
براءة اختراع patent
منافسة مناقصة عطاء tender tenders bid procurement
مستثمر استثمار investor investment invest
شريك partner partnership
سوق market محل shop store
مستهلك حماية consumer protection
صناعة مصنع industry industrial factory
محكمة court
قضية دعوى case lawsuit
محامي محاماة lawyer attorney legal
قانون قانوني law legal
وكالة توكيل power attorney
حكم تنفيذ judgment enforcement
نيابة prosecution prosecutor
شرطة أمن police security
سلوك حسن conduct clearance criminal
سجن نزيل prison inmate
دفاع مدني civil defence fire
شكوى complaint
بلاغ إبلاغ report
اقتراح suggestion
تعميم circulation circular
بيانات معلومات data information
إنترنت internet
هاتف جوال اتصال phone mobile telephone telecom
تطبيق app application
حساب account
كلمة مرور سر password
توقيع رقمي إلكتروني signature digital electronic
بوابة portal gateway
موقع website site
بريد post mail postal
عنوان address
صحافة صحفي press journalist media
إعلام إعلان media advertising advertisement
كتاب نشر book publishing publication
مكتبة library
متحف آثار museum heritage antiquities
سياحة سياحي فندق tourism tourist hotel
مهرجان فعالية event festival
رياضة نادي sport sports club
شباب youth
مسجد mosque
حج عمرة hajj umrah pilgrimage
زكاة صدقة تبرع zakat charity donation
جمعية association society
وقف endowment
مساعدة دعم إعانة معونة assistance aid support benefit subsidy
ضمان اجتماعي social security
طقس أرصاد weather
بيئة environment environmental
تلوث pollution
طاقة energy
غاز gas
بترول نفط oil petroleum
تجديد renew renewal
إصدار استخراج issue issuance
إلغاء cancel cancellation شطب
تحويل transfer
تغيير تعديل change amend update modify
تمديد extend extension
بدل فاقد ضائع lost replacement
استعلام استفسار متابعة enquiry inquiry status track
بحث search find
إضافة add
فتح open
إغلاق close
هيئة authority
وزارة ministry
دائرة department
مركز centre center
مجلس council
حكومة حكومي government
مواطن citizen
مقيم وافد resident expatriate foreigner
مال مالي financial finance
`

/** From a stem to the stems that mean about the same; a stem of several lines leads to all of them. */
const LINES: readonly (readonly string[])[] = RELATED.trim()
  .split('\n')
  .map((line) => [...new Set(line.split(' ').map((word) => canonical(normalise(word))))])

const ABOUT: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const about = new Map<string, Set<string>>()
  for (const line of LINES) {
    for (const stem of line) about.set(stem, new Set([...(about.get(stem) ?? []), ...line]))
  }
  return about
})()

const isLatin = (stem: string): boolean => /^[a-z]/.test(stem)

/**
 * Stems that may stand in a text where `stem` was asked for, itself not among them: `same` in the other
 * language, `near` in its own.
 */
export function relatedTo(stem: string): { same: string[]; near: string[] } {
  const others = [...(ABOUT.get(stem) ?? [])].filter((other) => other !== stem)
  const across = others.filter((other) => isLatin(other) !== isLatin(stem))
  return { same: across, near: others.filter((other) => isLatin(other) === isLatin(stem)) }
}
