import type { ar } from './ar.ts'
import { common } from './en/common.ts'
import { ui } from './en/ui.ts'

export const en: typeof ar = { common, ui }
