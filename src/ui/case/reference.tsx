import { formatReference } from '#kernel'
import type { Examples } from '../example.ts'

export interface ReferenceProps {
  /** The eleven digits. */
  number: string
  /** Leads to the case. */
  href?: string
  large?: boolean
}

/** The public number: always left to right and in western digits, so that it can be read out and typed anywhere. */
export function Reference({ number, href, large }: ReferenceProps) {
  const written = (
    <bdi class={large ? 'reference large' : 'reference'} dir="ltr">
      {formatReference(number)}
    </bdi>
  )
  return href ? <a href={href}>{written}</a> : written
}

export const examples: Examples = {
  'inside a sentence': (say) => (
    <p>
      {say('رقم طلبك هو', 'Your case is')} <Reference number="26483190274" /> {say('فاحفظه.', 'so keep it.')}
    </p>
  ),
  'large, leading to the case': () => <Reference number="26483190274" large href="#case" />,
}
