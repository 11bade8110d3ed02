export { type ArticleBeginning, articleFromCase } from './actions/article-from-case.ts'
export {
  type FoundArticle,
  findArticles,
  findPublished,
  listArticles,
  type OpenedArticle,
  openArticle,
  publishedArticles,
  voteOnArticle,
} from './actions/find-articles.ts'
export { type ArticleSeed, plantArticles } from './actions/plant-articles.ts'
export { confirmArticle, publishArticle, withdrawArticle } from './actions/publish-article.ts'
export { writeArticle } from './actions/write-article.ts'
export {
  ARTICLE_LIMITS,
  type Article,
  type ArticleState,
  type ArticleVersion,
  articleScope,
  mayPublish,
  mayWriteArticles,
  missingLanguages,
  type Writing,
  writingFor,
} from './model/article.ts'
export { type Block, blocks } from './model/blocks.ts'
export { redact } from './model/redact.ts'
export type { WrittenArticle } from './store/articles.ts'
