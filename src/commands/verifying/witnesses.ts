import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProofFolder, Witness } from '#cases'

/**
 * Heads kept outside the database: those beside the data, and those the operator brings.
 *
 * @returns what is wrong with a path, in words, instead
 */
export function readWitnesses(proof: ProofFolder, paths: readonly string[]): Witness[] | string {
  const found = proof.heads().map(({ file, text }) => witness(file, text))
  for (const path of paths) {
    try {
      const files = statSync(path).isDirectory()
        ? readdirSync(path)
            .filter((name) => name.endsWith('.json'))
            .sort()
            .map((name) => join(path, name))
        : [path]
      if (files.length === 0) return `${path} holds no heads: they are files that end in .json.`
      found.push(...files.flatMap((file) => witnessesIn(file, readFileSync(file, 'utf8'))))
    } catch (error) {
      return `${path} cannot be read: ${(error as Error).message}`
    }
  }
  return found
}

/** A file of one head, or the whole list as it is published at `/proof/heads`. */
function witnessesIn(file: string, text: string): Witness[] {
  const many = parsed(text)?.heads
  return Array.isArray(many) ? many.map((one) => witness(file, JSON.stringify(one))) : [witness(file, text)]
}

/** What is no head stands as one that is not genuine: it is told, never skipped. */
function witness(from: string, text: string): Witness {
  const { signed, signature } = parsed(text) ?? {}
  return { from, signed: String(signed ?? ''), signature: String(signature ?? '') }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
