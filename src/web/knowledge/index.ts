import { Hono } from 'hono'
import type { Env, StaffEnv } from '../base/env.ts'
import { staffOnly } from '../desk/staff-only.ts'
import { articlePage, postHelpful } from './article.tsx'
import { postArticle, postArticleState, showArticle, showArticles } from './desk/articles.tsx'
import { postFromCase, showFromCase } from './desk/from-case.tsx'
import { searchPage } from './search.tsx'
import { servicePage, servicesPage } from './services.tsx'

/** What is published for everybody, and the desk where it is written; mounted below each language. */
export const knowledgePages = (): Hono<Env> =>
  new Hono<Env>()
    .get('/articles', searchPage)
    .get('/articles/:slug', articlePage)
    .post('/articles/:slug/helpful', postHelpful)
    .get('/services', servicesPage)
    .get('/services/:id', servicePage)
    .route('/', behindSignIn())

const behindSignIn = () =>
  new Hono<StaffEnv>()
    .use('/desk/articles/*', staffOnly)
    .get('/desk/articles', (c) => showArticles(c))
    .get('/desk/articles/from/:case', (c) => showFromCase(c))
    .post('/desk/articles/from/:case', postFromCase)
    .get('/desk/articles/:id', (c) => showArticle(c))
    .post('/desk/articles/:id', postArticle)
    .post('/desk/articles/:id/:act', postArticleState)
