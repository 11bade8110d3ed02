import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ArticleSeed, type CannedSeed, plantArticles, plantCanned } from '#knowledge'

const SEEDS = join(import.meta.dirname, '../../../db/seeds')

const read = (name: string) => JSON.parse(readFileSync(join(SEEDS, name), 'utf8'))

/** What a demonstration tells its residents: general procedures of a public service, true in any country. */
export const articleSeeds = (): ArticleSeed[] => read('articles.json')

/** @returns how many articles there are now */
export const seedArticles = (tools: Parameters<typeof plantArticles>[0]) =>
  plantArticles(tools, articleSeeds())

/** What agents of a demonstration answer with often. @returns how many there are now */
export const seedCannedAnswers = (tools: Parameters<typeof plantCanned>[0]) =>
  plantCanned(tools, read('canned-answers.json') as CannedSeed[])
