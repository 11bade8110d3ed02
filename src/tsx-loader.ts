/**
 * Lets Node run `.tsx` unbuilt, in development and tests.
 *
 * Node strips types from `.ts` by itself but refuses `.tsx`. Used with `node --import ./src/tsx-loader.ts`;
 * the production build compiles pages beforehand and does not need it.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const file = fileURLToPath(url)
    const jsx = { runtime: 'automatic', importSource: 'preact' } as const
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), { jsx, sourcemap: false })
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.message).join('\n'))
    return { format: 'module', source: code, shortCircuit: true }
  },
})
