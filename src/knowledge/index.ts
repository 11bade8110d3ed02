export { type ArticleBeginning, articleFromCase } from './actions/article-from-case.ts'
export { holderOf } from './actions/chat/addresses.ts'
export { type Conversed, converse, type Incoming } from './actions/chat/converse.ts'
export {
  agentTypes,
  cannedAnswers,
  caseOfConversation,
  chatQueue,
  countWaitingChats,
  endConversation,
  mayChat,
  openConversation,
  saveCanned,
  sayAsAgent,
  takeConversation,
} from './actions/chat/desk.ts'
export { eraseOldConversations } from './actions/chat/erase-old.ts'
export { isOpenNow } from './actions/chat/hours.ts'
export { type CannedSeed, plantCanned } from './actions/chat/plant-canned.ts'
export type { ChatDoor, ChatTools } from './actions/chat/tools.ts'
export {
  eraseConversation,
  findConversation,
  linesAfter,
  residentTypes,
  wasTakenIn,
} from './actions/chat/visit.ts'
export { type ChatWatch, chatWatch } from './actions/chat/watch.ts'
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
export { remindOfReviews } from './actions/remind-of-reviews.ts'
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
export { KEPT_FOR, LONGEST_MESSAGE, REMEMBERED_FOR } from './model/keeping.ts'
export { fitting } from './model/ranking.ts'
export { redact } from './model/redact.ts'
export { SAY_NAMES, type Say, type SayName, type SayWith } from './model/talk/talk.ts'
export type { WrittenArticle } from './store/articles.ts'
export { publishedByIds } from './store/articles.ts'
export type { ChatChannel, Conversation, DeskState, Line } from './store/chat/conversations.ts'
export type { CannedAnswer, WaitingChat } from './store/chat/desk.ts'
