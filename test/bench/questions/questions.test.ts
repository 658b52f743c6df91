import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryDirectory } from '../../support/database.ts'
import { runCommand } from '../../support/run-command.ts'
import { measureQuestions } from './measure-questions.ts'
import { readQuestionsOptions } from './options.ts'
import { readQuestionSet } from './question-set.ts'
import { readRenaming } from './renaming.ts'

const fixture = join(import.meta.dirname, '../../fixtures/bench')
const folder = temporaryDirectory()
const timeout = 300_000

async function bench(...args: string[]) {
  const { ended, printed } = runCommand('bench', {}, { args: ['questions', ...args] })
  const code = await ended
  const figures = printed.out
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { name: string; value: number; unit: string })
  return {
    code,
    err: printed.err,
    figures: Object.fromEntries(figures.map((one) => [one.name, [one.value, one.unit]])),
  }
}

function fileOf(name: string, lines: unknown[]): string {
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return file
}

const rates = {
  'questions right': [0.5, 'of 6'],
  'answered and cited, of those to be answered': [0.5, 'of 4'],
  'refused, of those to be refused': [0.5, 'of 2'],
  'dialogue turns right': [0.5, 'of 2'],
  'whole dialogues right': [0, 'of 1'],
  'category condition: right': [0.5, 'of 2'],
  'category money: right': [1, 'of 1'],
  'category off-topic: right': [0.5, 'of 2'],
  'questions: notice there': [0.75, 'of 4'],
  'questions: scope right': [0.75, 'of 4'],
  'questions: right clause first': [1, 'of 4'],
  'questions: right clause among three': [1, 'of 4'],
  'questions: gate right': [0.83333, 'of 6'],
  'questions: text right, of those answered': [0.75, 'of 4'],
  'questions: citation right, of those answered': [1, 'of 4'],
  'questions: short enough, of those answered': [1, 'of 3'],
  'turns: notice there': [1, 'of 2'],
  'turns: scope right': [1, 'of 2'],
  'turns: right clause first': [1, 'of 2'],
  'turns: right clause among three': [1, 'of 2'],
  'turns: gate right': [1, 'of 2'],
  'turns: text right, of those answered': [0.5, 'of 2'],
  'turns: citation right, of those answered': [1, 'of 2'],
}

test(
  'a set is asked with its files added, and judged in all, by category and by stage',
  async () => {
    fileOf('load/files/空.txt', [''])
    const before = fileOf(
      'before.jsonl',
      ['area', 'wrong-fact', 'not-refused', 'talk.2'].map((id) => ({ id })),
    )
    const failures = join(folder, 'failures.jsonl')
    const args = ['--load', join(folder, 'load'), '--failures', failures, '--before', before, '--as-of', '2026-11-21']
    const { code, err, figures } = await bench(fixture, ...args)
    expect({ code, figures }).toEqual({
      code: 0,
      figures: {
        'files added': [1, ''],
        'files refused': [1, ''],
        ...rates,
        'newly failing': [1, ''],
        'newly passing': [1, ''],
      },
    })
    expect(err).toContain('refused 空.txt: 文件是空的\n')
    expect(err).toMatch(/^added 云溪数字工坊\.txt as \S+, 13 clauses$/m)
    expect(err).toContain('newly failing: no-notice\nnewly passing: area\n')
    const failed = readFileSync(failures, 'utf8').trim().split('\n')
    expect(failed.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'no-notice', stage: 'notice', faults: ['there is no notice 没有的通知'] },
      {
        id: 'wrong-fact',
        stage: 'text',
        faults: ['lacks 九百台'],
        question: '数字工坊的联网设备要多少台？',
        expected: { expect: 'answer', facts: ['九百台'] },
        got: { kind: 'answer', lead: expect.stringContaining('12台'), quotes: [expect.stringContaining('12台')] },
        trace: { question: '数字工坊的联网设备要多少台？', status: 'answered' },
      },
      { id: 'not-refused', stage: 'gate' },
      { id: 'talk.2', stage: 'text' },
    ])
  },
  timeout,
)

test(
  'the same set in other words and years comes out the same',
  async () => {
    const words = fileOf('words.json', [{ '年+': 4, words: { 工坊: '牧场', 云溪: '海屿', 平方米: '公顷' } }])
    const failures = join(folder, 'renamed.jsonl')
    const { figures } = await bench(fixture, '--rename', words, '--failures', failures, '--as-of', '2026-11-21')
    expect(figures).toEqual({ 'files added': [1, ''], 'files refused': [0, ''], ...rates })
    const failed = readFileSync(failures, 'utf8').trim().split('\n')
    const shown = failed.map((line) => JSON.stringify((JSON.parse(line) as { got: unknown }).got)).join('\n')
    expect(shown).toContain('2030年数字牧场示范点通知')
    expect(shown).not.toMatch(/工坊|2026/u)
  },
  timeout,
)

const good = { id: 'one', question: '要交几份？', expect: 'answer' }
const folderOf = (file: string, lines: unknown[]): string => join(fileOf(file, lines), '..')

test(
  'a malformed line is refused with its file and number, before anything is asked',
  async () => {
    const { code, err, figures } = await bench(folderOf('broken/questions-2.jsonl', [good, '', '{"id":']))
    expect({ code, figures }).toEqual({ code: 1, figures: {} })
    expect(err).toMatch(/^\S+broken\/questions-2\.jsonl:3: [^\n]+\n$/)
  },
  timeout,
)

describe('refused and named is', () => {
  const sets: [name: string, file: string, lines: unknown[], says: RegExp][] = [
    ['a question that is no text', 'b/questions.jsonl', [good, { ...good, question: 1 }], /jsonl:2: .*question/],
    ['an expectation of no kind', 'c/questions.jsonl', [{ ...good, expect: 'maybe' }], /jsonl:1: .*expect/],
    ['a dialogue without turns', 'd/dialogues.jsonl', [{ id: 'd', turns: [] }], /jsonl:1: .*turns/],
    ['an id that stands twice', 'e/questions.jsonl', [good, good], /the id one stands twice/],
    ['a folder without questions', 'f/other.jsonl', [good], /no questions\*\.jsonl or dialogues\*\.jsonl/],
  ]
  for (const [name, file, lines, says] of sets) {
    test(name, () => expect(() => readQuestionSet(folderOf(file, lines))).toThrow(says))
  }

  const commands: [name: string, args: string[], says: RegExp][] = [
    ['a day that is none', ['DIR', '--as-of', '2026-02-30'], /--as-of takes a day YYYY-MM-DD, not 2026-02-30/],
    ['an option that is none', ['DIR', '--asof', '2026-01-01'], /--asof/],
    ['no folder', [], /npm run bench -- questions DIR/],
    ['a second folder', ['DIR', 'DIR'], /npm run bench -- questions DIR/],
  ]
  for (const [name, args, says] of commands) {
    test(name, () => expect(() => readQuestionsOptions(args)).toThrow(says))
  }

  test('a folder to load that has no files', async () => {
    const options = readQuestionsOptions([fixture, '--load', join(fixture, 'files')])
    await expect(measureQuestions(options)).rejects.toThrow(/--load .*: there is no folder files/)
  })

  test('a renaming of no form', () => {
    expect(() => readRenaming(fileOf('years.json', [{ years: 4 }]))).toThrow(/years\.json: .*years/)
    expect(() => readRenaming(fileOf('broken.json', ['{']))).toThrow(/broken\.json: /)
  })
})
