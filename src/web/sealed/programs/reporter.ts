import { sealed } from '../../../words/ar/sealed.ts'
import { startReporter } from '../reporter/start.tsx'
import { AUTHORITY, LOCALE } from './given.ts'

// The build puts the words of the page's language in place of the reference.
startReporter(sealed, LOCALE, AUTHORITY)
