import type { ar } from './ar.ts'
import { admin } from './en/admin.ts'
import { api } from './en/api.ts'
import { arrivals } from './en/arrivals.ts'
import { behind } from './en/behind.ts'
import { cases } from './en/cases.ts'
import { chat } from './en/chat.ts'
import { common } from './en/common.ts'
import { desk } from './en/desk.ts'
import { evaluation } from './en/evaluation.ts'
import { forms } from './en/forms.ts'
import { insight } from './en/insight.ts'
import { knowledge } from './en/knowledge.ts'
import { learning } from './en/learning.ts'
import { messages } from './en/messages.ts'
import { open311 } from './en/open311.ts'
import { operations } from './en/operations.ts'
import { pages } from './en/pages.ts'
import { problems } from './en/problems.ts'
import { proof } from './en/proof.ts'
import { resident } from './en/resident.ts'
import { sealed } from './en/sealed.ts'
import { time } from './en/time.ts'
import { ui } from './en/ui.ts'

export const en: typeof ar = {
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
