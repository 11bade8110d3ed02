import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type Block, blocks, findPublished, voteOnArticle, type WrittenArticle, writingFor } from '#knowledge'
import { Actions, Button, Form, Heading, LinkButton, Notice, Section, Time } from '#ui'
import { type Reader, words } from '#words'
import type { Env, Handler } from '../base/env.ts'
import { readForm } from '../forms/index.ts'
import { html } from '../html.ts'
import { Shell } from '../resident/shell.tsx'

/** One published answer, who answers for it, and whether it helped. */
export const articlePage: Handler = async (c) => {
  const found = await findPublished(c.var.tools.db, c.req.param('slug') ?? '')
  return found ? draw(c, found) : c.notFound()
}

/** Keeps what the reader thought of it. */
export const postHelpful: Handler = async (c) => {
  const { tools, page } = c.var
  const slug = c.req.param('slug') ?? ''
  const form = await readForm(c)
  const helpful = form.ok ? form.value.text('helpful') : ''
  if (helpful !== 'yes' && helpful !== 'no') return back(c, slug)
  const voter = createHash('sha256').update(`article\0${c.var.form.visitor()}`).digest()
  const kept = await voteOnArticle(tools, slug, voter, helpful === 'yes')
  if (!kept.ok) return c.notFound()
  return c.redirect(`/${page.reader.locale}/articles/${slug}?helped=${helpful}#helpful`, 303)
}

const back = (c: Context<Env>, slug: string) =>
  c.redirect(`/${c.var.page.reader.locale}/articles/${encodeURIComponent(slug)}`, 303)

async function draw(c: Context<Env>, found: WrittenArticle) {
  const { reader } = c.var.page
  const { knowledge } = words(reader.locale)
  const directory = await c.var.tools.directory()
  const { title, answer, body, in: language } = writingFor(found, reader.locale)
  const category = directory.category(found.category)
  const owner = directory.entity(found.entity) ?? directory.central
  return html(
    c,
    <Shell title={title} back={`/${reader.locale}/articles`}>
      <article lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
        <Heading title={title} />
        {language !== reader.locale && (
          <p class="hint" lang={reader.locale} dir="auto">
            {knowledge.only[language]}
          </p>
        )}
        <p class="lead">{answer}</p>
        <Body text={body} />
      </article>
      <dl class="pairs">
        {owner && <Pair name={knowledge.owner} value={owner.name[reader.locale]} />}
        {category && (
          <div>
            <dt>{knowledge.about}</dt>
            <dd>
              <a href={`/${reader.locale}/services/${category.id}`}>{category.name[reader.locale]}</a>
            </dd>
          </div>
        )}
        {found.publishedAt && (
          <div>
            <dt>{knowledge.published}</dt>
            <dd>
              <Time at={found.publishedAt} as="date" />
            </dd>
          </div>
        )}
      </dl>
      <Helpful reader={reader} slug={found.slug} helped={c.req.query('helped')} category={category?.id} />
    </Shell>,
  )
}

const Pair = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

/** What an article says beyond its answer. */
export const Body = ({ text }: { text: string }) => (
  <>
    {blocks(text).map((block, at) => (
      <Part key={at} block={block} />
    ))}
  </>
)

function Part({ block }: { block: Block }) {
  if (block.kind === 'heading') return <h2>{block.text}</h2>
  if (block.kind === 'text') return <p class="written">{block.text}</p>
  const items = block.items.map((item) => <li key={item}>{item}</li>)
  return block.kind === 'list' ? <ul>{items}</ul> : <ol>{items}</ol>
}

function Helpful({
  reader,
  slug,
  helped,
  category,
}: {
  reader: Reader
  slug: string
  helped?: string
  category?: string
}) {
  const { knowledge } = words(reader.locale)
  const link = (path: string) => `/${reader.locale}${path}`
  const about = category ? `&category=${category}` : ''
  if (helped === 'yes')
    return (
      <div id="helpful">
        <Notice kind="done" title={knowledge.thanks} />
      </div>
    )
  return (
    <Section id="helpful" title={helped === 'no' ? knowledge.notHelped : knowledge.helpful}>
      {helped === 'no' ? (
        <>
          <p>{knowledge.notHelpedNext}</p>
          <Actions>
            <LinkButton href={link(`/new?type=inquiry${about}`)}>{knowledge.ask}</LinkButton>
            {category && (
              <LinkButton kind="quiet" href={link(`/new?type=complaint${about}`)}>
                {knowledge.complain}
              </LinkButton>
            )}
            <LinkButton kind="plain" href={link('/chat')}>
              {knowledge.chat}
            </LinkButton>
          </Actions>
        </>
      ) : (
        <Form action={link(`/articles/${slug}/helpful`)}>
          <Actions>
            <Button kind="quiet" name="helpful" value="yes">
              {knowledge.yes}
            </Button>
            <Button kind="quiet" name="helpful" value="no">
              {knowledge.no}
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
