import { sealedOffice } from '../../../words/ar/sealed-office.ts'
import { startOffice } from '../office/start.tsx'
import { AUTHORITY, LOCALE } from './given.ts'

// The build puts the words of the page's language in place of the reference.
startOffice(sealedOffice, LOCALE, AUTHORITY)
