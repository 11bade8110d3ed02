import type { ChatDoor, Say } from '#knowledge'
import type { Db } from '#platform'
import { reader, words } from '#words'
import type { AppTools } from '../../tools.ts'
import { may } from '../api/limits.ts'
import { caseWithPin } from '../api/with-pin.ts'
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
  find: (db, typed) => caseWithPin(tools, typed, from, db),
  maySubmit: () => may(limits.submissions, from, tools.clock.now()),
  async voice(db, language, says) {
    const said = await inWords(tools, db, language, says)
    return {
      text: asText(said, language, tools.publicUrl),
      offer: asOffer(said, language, tools.publicUrl),
    }
  },
  async labels(db, language, choices) {
    const said = await inWords(tools, db, language, [{ say: 'menu', choices }])
    return said.choices.map(({ label }) => label)
  },
  fileText: (language) => words(language).chat.fileSent,
})

async function inWords(tools: AppTools, db: Db, language: 'ar' | 'en', says: readonly Say[]) {
  const directory = await tools.directory()
  const speaker = await speakerFor(db, says, {
    reader: reader(language, directory.timeZone, { region: REGIONS[directory.country ?? ''] }),
    directory,
    secret: tools.secret,
  })
  return spoken(says, speaker)
}
