import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replyAsText } from '../../../bot/channels/reply-as-text.ts'
import type { Reply } from '../../../services/reply.ts'
import { anyBrokenText } from '../../support/any-text.ts'
import { temporaryDirectory, testDatabaseOptions } from '../../support/database.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'

const env = databaseEnvironment(await testDatabaseOptions())

async function chat(input: string): Promise<{ out: string; err: string; code: number | null }> {
  const { ended, printed } = runCommand('chat', env, { input })
  const code = await ended
  return { ...printed, code }
}

const questionOf = (actions: string[]): Reply => ({
  id: '1',
  kind: 'question',
  text: '有多少件？\n写一个数。',
  citations: [],
  actions: actions.map((send) => ({ label: send, send })),
})

test('numbers stand before choices, not where a number would be the answer', () => {
  expect(replyAsText(questionOf(['是', '否', '/skip']))).toContain('  1. 是\n  2. 否\n  3. /skip')
  expect(replyAsText(questionOf(['/skip', '/back']))).toContain('  · /skip\n  · /back')
  expect(replyAsText(questionOf(['100%', '/skip']))).toContain('  · 100%')
  expect(replyAsText(questionOf(['是', '否']), { isLast: false })).toContain('  · 是')
})

test('the question of an interview stands out where there are colours', () => {
  const text = replyAsText(questionOf(['是']), { paint: (style, words) => `<${String(style)}>${words}</>` })
  expect(text).toMatch(/^<bold>有多少件？<\/>\n写一个数。/u)
  expect(text).toContain('<cyan>1.</> 是')
})

describe('npm run chat', () => {
  test('takes the numbers it shows, and prints no colours where nobody sees them', async () => {
    const { out, code } = await chat('/check\n4\n1\n/status\n/quit\n')
    expect(code).toBe(0)
    expect(out).toMatch(/ {2}4\. .*高校/u)
    expect(out).toMatch(/已回答：\n1\. .*：是/u)
    expect(out).not.toContain('\u001b')
  })

  test('answers what is piped in, with the clauses by number', async () => {
    const { out, err, code } = await chat('2025年运营中心要多少件有效发明专利？')
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toContain('100件以上')
    expect(out).toMatch(/\[1\] 《.*》（沪知局促〔2025〕11号） .*（二）申报条件.*（medical-2025#1\.2\.1）\n {4}“.*”/)
  })

  test('holds one conversation, line by line, until /quit', async () => {
    const { out, code } = await chat('2022年高校运营中心的申报条件有哪些？\n\n截止日期呢\n/quit\n/help\n')
    expect(code).toBe(0)
    expect(out).toContain('11月8日')
    expect(out).not.toContain('/delete')
  })

  test('answers lines of any characters, each whole', async () => {
    const odd = fc.sample(anyBrokenText(400), 40).map((text) => text.replace(/[\r\n\u2028\u2029]/gu, ' '))
    const lines = ['我叫李𣲗，医院能申报吗', `9${'😀'.repeat(79)}`, '/𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', ...odd]
    const { out, err, code } = await chat(`${lines.join('\n')}\n/quit\n`)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).not.toContain('\0')
    expect(out.split('\n\n').length).toBeGreaterThan(20)
  }, 180_000)

  test('saves the files of a self-check where it is told to', async () => {
    const directory = join(temporaryDirectory(), '自查 结果')
    const answers = ['/save', '/check medical-center-2025', '否', '/confirm', `/save ${directory}`, '/quit']
    const { out, code } = await chat(`${answers.join('\n')}\n`)
    expect(code).toBe(0)
    expect(out).toContain('还没有自查结果可以保存')
    const files = readdirSync(directory)
    expect(files.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['docx', 'docx', 'json'])
    for (const name of files) expect(out).toContain(join(directory, name))
  })

  test('says what a message takes, and goes on', async () => {
    const { out, code } = await chat(`${'问'.repeat(2001)}\n\u0007\n/help\n`)
    expect(code).toBe(0)
    expect(out).toMatch(/最多 2000 个字符\n+不能为空\n+我是知询/)
  })
})

test('a reply is printed with what can be said next, and a long quote is cut', () => {
  const citation = {
    notice: 'n',
    title: '通知',
    clause: '1',
    heading: '一、条件',
    quote: '字'.repeat(200),
    url: '/notices/n#1',
  }
  const actions = [
    { label: '还能报吗', send: '还能报吗' },
    { label: '自查', send: '/check' },
  ]
  const text = replyAsText({ id: '1', kind: 'answer', text: '答复。', citations: [citation], actions })
  expect(text).toBe(
    `答复。\n\n依据：\n[1] 《通知》 一、条件（n#1）\n    “${'字'.repeat(120)}…”\n\n可以接着说：\n  1. 还能报吗\n  2. 自查：/check`,
  )
})
