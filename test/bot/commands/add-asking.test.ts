import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addNotices } from '../../../bot/commands/add-notices.ts'
import { shipped } from '../../../bot/knowledge-in-use.ts'
import { measureImpact } from '../../../bot/notice-desk/measure-impact.ts'
import { openNoticeDesk } from '../../../knowledge/importing/notice-desk.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { shenjiangFile } from '../../knowledge/importing/shenjiang.ts'
import { temporaryDirectory, testDatabase } from '../../support/database.ts'
import { dayOfTests } from '../../support/real-app.ts'

const { db } = await testDatabase()
const given = shipped()
const measure = (inUse: Notice[], notice: Notice) =>
  measureImpact({ db, inUse, shipped: given, today: dayOfTests }, notice, 6_000)
const desk = openNoticeDesk(db, given.notices, undefined, undefined, measure)
const listed = async () => (await desk.list()).map(({ id }) => id)
const id = 'shenjiangkewei-2026-18'

/** Somebody at a terminal who types these lines, one after the other, and then goes away. */
async function add(file: string, { typed = [] as string[], yes = false } = {}) {
  const [said, asked]: [string[], string[]] = [[], []]
  const line = (text: string) => void said.push(text)
  const ask = async (question: string) => {
    asked.push(question.trim())
    return typed.shift()
  }
  const areAll = await addNotices(
    desk,
    { files: [file], given: {}, ...(yes && { yes }) },
    { say: line, complain: line, ask },
  )
  return { areAll, said: said.join('\n'), asked }
}

describe('somebody at a terminal who adds a notice', () => {
  test('is told what was read and what would change, and asked; without a yes nothing is added', async () => {
    const { areAll, said, asked } = await add(shenjiangFile, { typed: ['n'] })
    expect(said).toMatch(new RegExp(`^读出 ${id}：`))
    expect(said).toMatch(/个样题/)
    expect(said).toContain('没有添加')
    expect({ areAll, asked }).toEqual({ areAll: false, asked: ['现在使用？（y/N）：'] })
    expect(await listed()).not.toContain(id)
    expect((await add(shenjiangFile)).areAll).toBe(false)
  })

  test('adds it with a yes, or without being asked where --yes is given', async () => {
    expect((await add(shenjiangFile, { typed: ['y'] })).said).toMatch(`已添加 ${id}`)
    expect(await listed()).toContain(id)
    const again = await add(shenjiangFile, { yes: true })
    expect(again).toMatchObject({ areAll: true, asked: [] })
    expect(again.said).toMatch(/^没有变化/)
  })

  test('says what one is that carries the number of another, and sees which answers would change', async () => {
    const { source } = given.notices.find((notice) => notice.id === 'medical-2025')!
    const file = join(temporaryDirectory(), '更正.txt')
    writeFileSync(file, source.replace('有效发明专利达到 100 件以上', '有效发明专利达到 150 件以上'))
    const unsaid = await add(file, { typed: [''] })
    expect(unsaid.said).toMatch(/文号与已收录的.*相同/)
    expect(unsaid.asked).toEqual(['请输入 1 到 4（回车不添加）：'])
    const corrected = await add(file, { typed: ['1', 'n'] })
    expect(corrected.said).toMatch(/\d+ 个样题里，\d+ 个的答复会变/)
    expect(corrected.said).toMatch(/- .*100\s*件[^]*\+ .*150\s*件/)
    expect(corrected.said).toMatch(/个自查项目受影响/)
    expect((await desk.list()).find((notice) => notice.id === 'medical-2025')!.added).toBe(false)
    const amending = await add(file, { typed: ['3', 'y'] })
    expect(amending.said).toMatch('已添加 ')
    expect(await listed()).toEqual(expect.arrayContaining(['medical-2025']))
    expect((await listed()).filter((own) => !given.notices.some((notice) => notice.id === own))).toHaveLength(2)
  }, 240_000)
})
