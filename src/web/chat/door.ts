import { findWithPin } from '#cases'
import { parseReference } from '#kernel'
import type { ChatDoor } from '#knowledge'
import { reader, words } from '#words'
import type { AppTools } from '../../tools.ts'
import { guarded, may } from '../api/limits.ts'
import { REGIONS } from '../base/page.ts'
import type { ChatLimits } from './limits.ts'
import { speakerFor, spoken } from './said.ts'
import { asOffer, asText } from './voiced.ts'

/**
 * The door of conversations to everything outside their room: tries are counted with those of the pages, and what is
 * said is put into words.
 *
 * @param from where the message comes from: an address of the network, or the channel's own name of the sender
 */
export const chatDoor = (tools: AppTools, limits: ChatLimits, from: string | undefined): ChatDoor => ({
  from: from ?? 'here',
  find: (db, typed) =>
    guarded(
      [
        [tools.pins.number, parseReference(typed.reference) ?? 'none'],
        [tools.pins.address, from],
      ],
      tools.clock.now(),
      () => findWithPin({ db, secret: tools.secret }, typed),
    ),
  maySubmit: () => may(limits.submissions, from, tools.clock.now()),
  async voice(db, language, says) {
    const directory = await tools.directory()
    const speaker = await speakerFor(db, says, {
      reader: reader(language, directory.timeZone, { region: REGIONS[directory.country ?? ''] }),
      directory,
      secret: tools.secret,
    })
    const said = spoken(says, speaker)
    return {
      text: asText(said, language, tools.publicUrl),
      offer: asOffer(said, language, tools.publicUrl),
    }
  },
  fileText: (language) => words(language).chat.fileSent,
})
