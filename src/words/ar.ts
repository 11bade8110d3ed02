/** The reference: every other language must say everything said here. A section a file, in `ar/`. */
import { common } from './ar/common.ts'
import { ui } from './ar/ui.ts'

export const ar = { common, ui }
