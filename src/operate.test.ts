import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { operate } from './operate.ts'

/** Somebody at a machine where no database is: whatever opened one would fail, and leave a data folder behind. */
function atABareMachine(t: TestContext) {
  const parent = mkdtempSync(join(tmpdir(), 'sawt-bare-'))
  const dataDir = join(parent, 'data')
  const before = { ...process.env }
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: 'postgres://127.0.0.1:1/none' })
  t.after(() => {
    process.env = before
    rmSync(parent, { recursive: true })
  })
  const said = { log: '', error: '' }
  for (const stream of ['log', 'error'] as const)
    t.mock.method(console, stream, (line: string) => {
      said[stream] += `${line}\n`
    })
  const type = async (...args: string[]) => {
    Object.assign(said, { log: '', error: '' })
    return { code: await operate(args), out: said.log, error: said.error, touched: existsSync(dataDir) }
  }
  return { type }
}

const commandsIn = (help: string) => [...help.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name = '']) => name)

test('sawt alone and sawt help list the commands; every one explains itself and touches nothing', async (t) => {
  const { type } = atABareMachine(t)
  const alone = await type()
  assert.deepEqual(await type('help'), alone)
  assert.equal(alone.code, 0)
  const commands = commandsIn(alone.out)
  assert.ok(commands.length >= 13, alone.out)
  for (const name of commands)
    for (const asked of [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ]) {
      const { code, out, error, touched } = await type(...asked)
      assert.deepEqual([code, error, touched], [0, '', false], asked.join(' '))
      assert.match(out, new RegExp(`sawt ${name}|sawt start\\|web\\|worker`), asked.join(' '))
    }
})

test('a command, an option or a word that nobody knows is named: exit code 2, and nothing was touched', async (t) => {
  const { type } = atABareMachine(t)
  const commands = commandsIn((await type()).out)
  const mistakes = commands.map((name) => [name, '--nonsense'])
  mistakes.push(['nonsense'], ['migrate', 'nonsense'], ['seed', 'nonsense'], ['start', 'nonsense'])
  mistakes.push(['integrity', 'nonsense'], ['integrity', 'invite', '--nonsense'], ['help', 'nonsense'])
  for (const typed of mistakes) {
    const { code, out, error, touched } = await type(...typed)
    assert.deepEqual([code, out, touched], [2, '', false], typed.join(' '))
    assert.match(error, typed[0] === 'evaluate' ? /sawt evaluate/ : /nonsense/, typed.join(' '))
  }
})

test('what a command cannot do without is asked for before anything is opened', async (t) => {
  const { type } = atABareMachine(t)
  for (const [typed, missing] of [
    [['import'], 'The file is missing.'],
    [['import', 'a.csv', '--source', 'x'], '--mapping is missing'],
    [['import', 'a.csv', '--mapping', 'x'], '--source is missing'],
    [['import', 'a.csv', 'b.csv', '--mapping', 'x', '--source', 'x'], 'One too many: b.csv.'],
    [['token', '--name', 'x'], '--role is missing'],
    [['token', '--role', 'agent'], '--name is missing'],
    [['seed', '--without-demonstration'], '--admin-email'],
    [['problems'], 'Nothing was asked.'],
    [['integrity', 'leave'], '--officer is missing'],
  ] as const) {
    const { code, error, touched } = await type(...typed)
    assert.deepEqual([code, touched], [2, false], typed.join(' '))
    assert.ok(error.includes(missing), error)
  }
})

test('where the database does not answer, that is said with its remedy: exit code 1', async (t) => {
  const { type } = atABareMachine(t)
  const { code, error } = await type('migrate')
  assert.equal(code, 1)
  assert.match(error, /DATABASE_URL does not answer/)
})

test('whoever asks here leaves the code of their own process alone', async (t) => {
  const { type } = atABareMachine(t)
  const before = process.exitCode
  assert.equal((await type('start', 'nonsense')).code, 2)
  assert.equal(process.exitCode, before)
})
