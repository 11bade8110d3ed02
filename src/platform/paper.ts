import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const FACES = ['400Regular/IBMPlexSansArabic_400Regular.ttf', '600SemiBold/IBMPlexSansArabic_600SemiBold.ttf']

/**
 * Sets a document in Typst and makes a PDF of it.
 *
 * @param source the document; it reads its content from `sys.inputs.data`
 * @param content given as data, never as markup: nothing in it can be understood as an instruction to the typesetter
 */
export async function pdfOf(source: string, content: unknown): Promise<Buffer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: fonts() }] })
  const pdf = compiler.pdf({ mainFileContent: source, inputs: { data: JSON.stringify(content) } })
  compiler.evictCache(0)
  return pdf
}

function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/ibm-plex-sans-arabic/${face}`)))
}
