import type { ar } from './ar.ts'
import { api } from './en/api.ts'
import { cases } from './en/cases.ts'
import { common } from './en/common.ts'
import { forms } from './en/forms.ts'
import { pages } from './en/pages.ts'
import { resident } from './en/resident.ts'
import { ui } from './en/ui.ts'

export const en: typeof ar = { api, cases, common, forms, pages, resident, ui }
