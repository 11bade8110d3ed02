import { TOTP_PERIOD } from '#people'
import { currentCode } from '../desk/demonstration.ts'
import type { Admin } from './form-page.ts'

/** In a demonstration the page shows the next code: the present one may have been used for signing in. */
export const codeToTry = ({ var: { tools } }: Admin): string | undefined =>
  tools.demonstration ? currentCode(tools.wall.now().add({ seconds: TOTP_PERIOD })) : undefined
