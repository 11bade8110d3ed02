import type { Line, Say } from '#knowledge'
import { formatTime, type Reader, words } from '#words'
import type { AppTools } from '../../tools.ts'
import { type Speaker, type Spoken, speakerFor, spoken } from './said.ts'

/** A line as a page shows it, and as the script of the page gets it. */
export interface ShownLine extends Pick<Spoken, 'paragraphs' | 'links'> {
  seq: number
  by: Line['by']
  /** Who said it, in words. */
  who: string
  at: string
  /** What can be answered by one tap: only the last line's count. */
  choices: Spoken['choices']
}

/** Lines in the reader's language. @param eyes whose: only the resident's see a PIN */
export async function shownLines(
  tools: AppTools,
  reader: Reader,
  lines: readonly Line[],
  eyes: 'resident' | 'staff',
): Promise<ShownLine[]> {
  const says: Say[] = lines.flatMap(({ says: said }) => said ?? [])
  const speaker = await speakerFor(tools.db, says, {
    reader,
    directory: await tools.directory(),
    ...(eyes === 'resident' && { secret: tools.secret }),
  })
  return lines.map((line) => shown(line, speaker, eyes))
}

function shown({ seq, by, at, text, says }: Line, speaker: Speaker, eyes: 'resident' | 'staff'): ShownLine {
  const { chat } = words(speaker.reader.locale)
  const who = {
    resident: eyes === 'resident' ? chat.you : chat.resident,
    service: chat.assistant,
    agent: chat.person,
  }[by]
  const said = says ? spoken(says, speaker) : undefined
  return {
    seq,
    by,
    who,
    at: formatTime(speaker.reader, at),
    paragraphs: said?.paragraphs ?? [text === null ? chat.notKept : text || chat.fileSent],
    links: said?.links ?? [],
    choices: said?.choices ?? [],
  }
}
