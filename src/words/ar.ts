/** The reference: every other language must say everything said here. A section a file, in `ar/`. */
import { api } from './ar/api.ts'
import { cases } from './ar/cases.ts'
import { common } from './ar/common.ts'
import { forms } from './ar/forms.ts'
import { pages } from './ar/pages.ts'
import { resident } from './ar/resident.ts'
import { ui } from './ar/ui.ts'

export const ar = { api, cases, common, forms, pages, resident, ui }
