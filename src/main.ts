import { house } from './house.ts'
import { launch } from './launch.ts'

process.exitCode = await launch(process.argv.slice(2), house())
