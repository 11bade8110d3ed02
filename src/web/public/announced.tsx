import type { Directory } from '#entities'
import type { Announcement } from '#problems'
import { Notice, useLink, useReader, useWords } from '#ui'
import { formatDay } from '#words'

interface AnnouncedProps {
  announcements: readonly Announcement[]
  directory: Directory
  /** At the end of a journey: it may be theirs. Otherwise it is news. */
  yours?: boolean
}

/** Known problems, each with until when it is expected to last and a way to say "I have it too". */
export function Announced({ announcements, directory, yours }: AnnouncedProps) {
  const { announcement: said } = useWords().problems
  const reader = useReader()
  const { locale } = reader
  const link = useLink()
  return (
    <>
      {announcements.map(({ id, problemId, text, place, until }) => (
        <Notice key={id} kind="warning" title={yours ? said.others : said.banner}>
          <p>{text[locale]}</p>
          <p class="hint">
            {[
              directory.place(place)?.name[locale],
              said.until(formatDay(reader, until.subtract({ seconds: 1 }))),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {yours && <p>{said.othersText}</p>}
          <p>
            <a href={link(`/known/${problemId}`)}>{said.too}</a>
          </p>
        </Notice>
      ))}
    </>
  )
}
