/** The heads of the common password lists in both languages, and the words of this service and its countries. */
export const COMMON_WORDS: readonly string[] = `
  password passwort passw welcome letmein qwerty qwertz azerty asdfgh zxcvbn admin administrator
  login user test demo secret changeme default master monkey dragon football baseball iloveyou
  princess sunshine superman abc pass word hello computer internet windows google facebook summer
  winter spring autumn january ramadan eid sawt tawasul bekhedmetkom complaint complaints government
  ministry municipality citizen bahrain manama muharraq jordan amman irbid zarqa aqaba allah
  mohammed muhammad ahmed ali the my is
  كلمة السر المرور سري مرحبا صوت تواصل شكوى شكاوى حكومة الحكومة وزارة بلدية مواطن البحرين المنامة
  المحرق الأردن الاردن عمان إربد الزرقاء العقبة رمضان الله محمد احمد أحمد علي مدير النظام بسم
`
  .trim()
  .split(/\s+/)
