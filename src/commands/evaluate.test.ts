import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { evaluate } from './evaluate.ts'

describe('sawt evaluate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sawt-evaluate-'))
  before(() => {
    const phrase = [
      'road,حفرة في الشارع,x',
      'road,الشارع مكسر,y',
      'water,"الماء مقطوع، منذ أمس",x',
      'water,لا ماء,x',
    ]
    file('cases.csv', `\ufefflabel,text,group\n${phrase.join('\n')}\n`)
    file('pairs.csv', 'a,b,label\nحفرة في الشارع,يوجد حفرة بالشارع,1\nحفرة في الشارع,الماء مقطوع,0\n')
    file('articles.jsonl', '{"id":1,"text":"تجديد جواز السفر"}\n\n{"id":2,"text":"فاتورة المياه"}\n')
    file('asked.jsonl', '{"q":"جوازي","id":"1","lang":"ar"}\n{"q":"moon landing","id":"2","lang":"en"}\n')
    file('broken.jsonl', '{"id":1,\n')
  })
  after(() => rmSync(folder, { recursive: true }))

  const file = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const at = (name: string) => join(folder, name)
  const classify = (...more: string[]) =>
    run('classify', '--train', at('cases.csv'), '--test', at('cases.csv'), '--text', 'text', ...more)
  const search = (...more: string[]) =>
    run('search', '--documents', at('articles.jsonl'), '--id', 'id', '--text', 'text', ...more)
  const asked = ['--queries', at('asked.jsonl'), '--query', 'q', '--target', 'id']

  test('labels: prints one JSON object with n and seconds', async () => {
    const { code, figures } = await classify('--label', 'label')
    assert.equal(code, 0)
    assert.deepEqual(Object.keys(figures), ['n', 'top1', 'top3', 'macroF1', 'calibrationError', 'seconds'])
    assert.deepEqual([figures.n, figures.top1, figures.macroF1], [4, 1, 1])
  })

  test('pairs and search answer with their own figures', async () => {
    const files = ['--train', at('pairs.csv'), '--test', at('pairs.csv')]
    const pairs = await run('similar', ...files, '--a', 'a', '--b', 'b', '--label', 'label')
    assert.deepEqual(Object.keys(pairs.figures), ['n', 'auc', 'f1', 'precisionAtRecall80', 'seconds'])
    assert.equal(pairs.figures.auc, 1)
    const found = await search(...asked)
    assert.deepEqual(Object.keys(found.figures), ['n', 'recallAt1', 'recallAt5', 'recallAt10', 'seconds'])
    assert.deepEqual([found.figures.n, found.figures.recallAt1], [2, 0.5])
  })

  test('--where judges only the rows that match', async () => {
    assert.equal((await classify('--label', 'label', '--where', 'group=x')).figures.n, 3)
    assert.equal((await search(...asked, '--where', 'lang=ar')).figures.recallAt1, 1)
    assert.equal((await search(...asked, '--where', 'lang=none')).figures.n, 0)
  })

  test('a mistake is named with what would be right, and nothing is printed', async () => {
    const mistakes: [Promise<Outcome>, RegExp][] = [
      [classify(), /--label is missing/],
      [classify('--label', 'kind'), /no column "kind"; it has: label, text, group/],
      [classify('--label', 'label', '--where', 'x'), /COLUMN=VALUE/],
      [classify('--colour', 'blue'), /colour/],
      [
        run('classify', '--train', at('none.csv'), '--text', 'text', '--label', 'label'),
        /none\.csv cannot be read/,
      ],
      [
        run('search', '--documents', at('broken.jsonl'), '--id', 'id', '--text', 't', ...asked),
        /not understood/,
      ],
      [run('fly'), /sawt evaluate classify/],
      [run(), /sawt evaluate classify/],
    ]
    for (const [outcome, message] of mistakes) {
      const { code, printed, complaints } = await outcome
      assert.equal(code, 2)
      assert.equal(printed, '')
      assert.match(complaints, message)
    }
  })

  test('--help explains in words', async () => {
    const { code, printed } = await run('--help')
    assert.equal(code, 0)
    assert.match(printed, /one JSON object/)
  })
})

/** Real texts lie outside the repository; their licences allow measuring with them, not shipping them. */
const DATA = join(import.meta.dirname, '../../../shared/data')

test('services described by a government are found by formal Arabic questions', async (t) => {
  const folder = join(DATA, 'qatar_services')
  if (!existsSync(folder)) return t.skip(`the real texts are not on this machine (${folder})`)
  const documents = ['--documents', join(folder, 'documents.jsonl'), '--id', 'id', '--text', 'text']
  const queries = ['--queries', join(folder, 'queries.jsonl'), '--query', 'query', '--target', 'document']
  const { figures } = await run('search', ...documents, ...queries, '--where', 'lang=ar')
  assert.ok((figures.recallAt1 ?? 0) >= 0.8 && (figures.recallAt5 ?? 0) >= 0.95, JSON.stringify(figures))
})

test('passages are found by real questions', async (t) => {
  const folder = join(DATA, 'arabic_qa_search')
  if (!existsSync(folder)) return t.skip(`the real texts are not on this machine (${folder})`)
  const documents = ['--documents', join(folder, 'passages.jsonl'), '--id', 'id', '--text', 'text']
  const queries = [
    '--queries',
    join(folder, 'questions.jsonl'),
    '--query',
    'question',
    '--target',
    'passage_id',
  ]
  const { figures } = await run('search', ...documents, ...queries)
  assert.ok((figures.recallAt1 ?? 0) >= 0.7 && (figures.recallAt10 ?? 0) >= 0.96, JSON.stringify(figures))
})

interface Outcome {
  code: number
  printed: string
  complaints: string
  figures: Record<string, number>
}

async function run(...args: string[]): Promise<Outcome> {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await evaluate(
    args,
    (line) => printed.push(line),
    (line) => complaints.push(line),
  )
  const figures = code === 0 && printed[0]?.startsWith('{') ? JSON.parse(printed[0]) : {}
  return { code, printed: printed.join('\n'), complaints: complaints.join('\n'), figures }
}
