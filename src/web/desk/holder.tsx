import { CLOCK_HOLDER, type DeskCase } from '#cases'
import type { Directory } from '#entities'
import { useReader, useWords } from '#ui'

type Held = Pick<DeskCase, 'clock' | 'entity'>

/**
 * Who has a case now, by name: whoever its running clock waits for; once none runs, the entity that had it. `of` is
 * the case's entity where that is somebody else.
 */
export function useHolder({ clock, entity }: Held, directory: Directory): { name: string; of?: string } {
  const { clocks } = useWords().cases
  const { locale } = useReader()
  const found = directory.entity(entity)
  const its = found?.name[locale]
  const waitsFor = clock ? CLOCK_HOLDER[clock] : its ? 'entity' : 'central'
  if (waitsFor === 'entity') return { name: its ?? clocks.reply.holder }
  return { name: clocks[clock ?? 'routing'].holder, of: found?.central ? undefined : its }
}

type HolderProps = {
  line: Held & Pick<DeskCase, 'unit' | 'handlerName'>
  directory: Directory
}

/** Who has it, and below that the person or unit there, or whose case it is. */
export function Holder({ line, directory }: HolderProps) {
  const { queue } = useWords().desk
  const { locale } = useReader()
  const { name, of } = useHolder(line, directory)
  const within = line.handlerName ?? directory.unit(line.unit)?.name[locale]
  const more = of ? queue.ofEntity(of) : name === directory.entity(line.entity)?.name[locale] && within
  return (
    <div class="two-lines holder">
      <span>{name}</span>
      {more && <small class="soft">{more}</small>}
    </div>
  )
}
