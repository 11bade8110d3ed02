import type { Directory } from '#entities'
import { type ViewBy, WITHOUT } from '#insight'
import { type Reader, words } from '#words'

/** How a line of a breakdown is called. */
export function nameOf(reader: Reader, directory: Directory, by: ViewBy, key: string | null): string {
  const { insight, cases, common } = words(reader.locale)
  if (!key || key === WITHOUT)
    return by === 'entity' || by === 'sector' ? insight.withoutEntity : insight.none
  const code = (said: Readonly<Record<string, string>>) => said[key] ?? key
  switch (by) {
    case 'entity':
      return directory.entity(key)?.name[reader.locale] ?? key
    case 'sector':
      return directory.sector(key)?.name[reader.locale] ?? key
    case 'category':
      return directory.category(key)?.name[reader.locale] ?? key
    case 'place':
      return directory.place(key)?.name[reader.locale] ?? key
    case 'channel':
      return code(cases.channels)
    case 'type':
      return code(common.types)
  }
}
