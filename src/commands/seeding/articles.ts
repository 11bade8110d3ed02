import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ArticleSeed, plantArticles } from '#knowledge'

const FILE = join(import.meta.dirname, '../../../db/seeds/articles.json')

/** What a demonstration tells its residents: general procedures of a public service, true in any country. */
export const articleSeeds = (): ArticleSeed[] => JSON.parse(readFileSync(FILE, 'utf8'))

/** @returns how many articles there are now */
export const seedArticles = (tools: Parameters<typeof plantArticles>[0]) =>
  plantArticles(tools, articleSeeds())
