import { directoryOf } from '#entities'

const place = (id: string, ar: string, en: string, parentId: string | null = null) => ({
  ...{ id, parentId, level: parentId ? 'town' : 'governorate', name: { ar, en } },
})
const entity = (id: string, ar: string, active = true) => ({
  ...{
    id,
    name: { ar, en: id },
    sectorId: 'municipal',
    onboarding: 'joined' as const,
    calendarId: 'government',
  },
  ...{ contactEmail: null, contactPhone: null, central: false, active, source: null, routeAbove: 0.8 },
})
const category = (id: string, entityId: string) => ({
  ...{ id, name: { ar: id, en: id }, sectorId: 'municipal', urgency: 'normal', entityId },
  ...{ phrases: {}, active: true, source: null },
})

/**
 * A country that is cleaned by whom each part of it has: usually by the capital's municipality, in Zarqa by that of
 * Zarqa; that of Karak is closed, and Irbid has none. Permits are the ministry's everywhere.
 */
export const municipal = directoryOf({
  ...{ version: 1, country: 'example', timeZone: 'Asia/Amman', units: [] },
  sectors: [{ id: 'municipal', name: { ar: 'البلديات', en: 'Municipalities' } }],
  entities: [
    entity('amman', 'أمانة عمان الكبرى'),
    entity('zarqa', 'بلدية الزرقاء'),
    entity('karak', 'بلدية الكرك', false),
    entity('ministry', 'وزارة الإدارة المحلية'),
  ],
  categories: [category('waste', 'amman'), category('permits', 'ministry')],
  places: [
    place('amman', 'عمّان', 'Amman'),
    place('zarqa', 'محافظة الزرقاء', 'Zarqa Governorate'),
    place('karak', 'الكرك', 'Karak'),
    place('irbid', 'إربد', 'Irbid'),
    place('jerash', 'جرش', 'Jerash'),
    place('hidd', 'الحد', 'Hidd'),
    place('medina', 'المدينة', 'Al-Medina'),
    place('rusaifa', 'الرصيفة', 'Rusaifa', 'zarqa'),
  ],
})
