/** The reference: every other language must say everything said here. A section a file, in `ar/`. */
import { admin } from './ar/admin.ts'
import { api } from './ar/api.ts'
import { arrivals } from './ar/arrivals.ts'
import { behind } from './ar/behind.ts'
import { cases } from './ar/cases.ts'
import { chat } from './ar/chat.ts'
import { common } from './ar/common.ts'
import { desk } from './ar/desk.ts'
import { evaluation } from './ar/evaluation.ts'
import { forms } from './ar/forms.ts'
import { insight } from './ar/insight.ts'
import { knowledge } from './ar/knowledge.ts'
import { learning } from './ar/learning.ts'
import { messages } from './ar/messages.ts'
import { open311 } from './ar/open311.ts'
import { operations } from './ar/operations.ts'
import { pages } from './ar/pages.ts'
import { problems } from './ar/problems.ts'
import { proof } from './ar/proof.ts'
import { resident } from './ar/resident.ts'
import { sealed } from './ar/sealed.ts'
import { time } from './ar/time.ts'
import { ui } from './ar/ui.ts'

export const ar = {
  admin,
  api,
  arrivals,
  behind,
  cases,
  chat,
  common,
  desk,
  evaluation,
  forms,
  insight,
  knowledge,
  learning,
  messages,
  open311,
  operations,
  pages,
  problems,
  proof,
  resident,
  sealed,
  time,
  ui,
}
