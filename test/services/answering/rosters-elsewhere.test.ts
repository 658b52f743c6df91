import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { buildLexicalIndex } from '../../../knowledge/searching/lexical-index.ts'
import type { Answer, Memory } from '../../../services/answering/answer.ts'
import { answerQuestion } from '../../../services/answering/answer-question.ts'
import { buildSpelling } from '../../../services/answering/understand/repair-spelling.ts'
import type { Knowledge } from '../../../services/answering/understand/understand.ts'
import { rostersOf } from '../../../services/roster/roster.ts'

const root = join(import.meta.dirname, '../../..')
const files = [
  'test/fixtures/rosters/scholars.txt',
  'test/fixtures/rosters/bases.txt',
  'knowledge/questions/housing-and-science/files/西岭省医院科研数据共享平台首批与第二批接入单位通知.txt',
  'knowledge/questions/inland-ip-bureau/files/云知办2026-8号项目验收评审通知.txt',
]
const bundled = loadNotices()
const notices = [...bundled]
for (const file of files) notices.push(prepareNotice(await readNoticeFile(join(root, file)), bundled, notices))
const catalogue = buildCatalogue(notices)
const idOf = (title: string) => notices.find((notice) => notice.title.includes(title))!.id
const [scholars, bases, hospitals, reviews] = ['奖学金', '示范基地', '科研数据共享平台', '验收评审'].map(idOf) as [
  string,
  string,
  string,
  string,
]

const index = buildLexicalIndex(notices)
const knowledge: Knowledge = {
  catalogue,
  spelling: buildSpelling(catalogue),
  search: async (query) => index.search(query),
}

async function talk(...turns: string[]): Promise<{ answer: Answer; places: string[] }> {
  let memory: Memory = {}
  let answer: Answer | undefined
  for (const turn of turns) ({ answer, memory } = await answerQuestion(knowledge, turn, memory, '2027-12-01'))
  return { answer: answer!, places: answer!.rests.map((entry) => `${entry.notice.id}#${entry.clause.id}`) }
}

test('a table that names units is a roster, whatever the notice is about', () => {
  const found = rostersOf(catalogue).map((roster) => {
    const { columns, rows } = roster
    return [rows[0]!.entry.notice.id, rows.length, columns.unit, columns.number, columns.groups.join(' ')]
  })
  expect(found).toEqual(
    expect.arrayContaining([
      ['review-2024', 59, '支持单位', '子序', '项目名称'],
      ['review-2024', 114, '支持单位', '子序', '项目名称'],
      [scholars, 6, '姓名', '序号', '学院 奖项等级'],
      [bases, 8, '基地名称', undefined, '所在区县 基地类别'],
      [hospitals, 20, '单位名称', '序号', '批次 所在市（州）'],
      [reviews, 15, '承担单位', '序号', ''],
      [reviews, 25, '承担单位', '序号', ''],
    ]),
  )
})

describe('every roster is asked in the same ways', () => {
  const rows = (notice: string, annex: string, ...numbers: number[]) =>
    numbers.map((number) => `${notice}#${annex}.r${number}`)
  const asked: [string, string[]][] = [
    ['林书白', rows(scholars, 'a1', 2)],
    ['欧阳明远在获奖名单里吗', rows(scholars, 'a1', 1)],
    ['卓越奖学金一等的有谁', rows(scholars, 'a1', 1, 4)],
    ['机械学院有几个人', rows(scholars, 'a1', 4, 5).concat(rows(scholars, 'a2', 2))],
    ['提名名单第3号是谁', rows(scholars, 'a2', 3)],
    ['青羊区有哪些示范基地', rows(bases, 'a1', 3, 4)],
    ['都江堰有几家基地', rows(bases, 'a1', 6, 7)],
    ['蜀绣传习基地是谁运营的', rows(bases, 'a1', 2)],
    ['灌县古城在名单里吗', rows(bases, 'a1', 6)],
    ['成都云锦数字科技运营哪个基地', rows(bases, 'a1', 5)],
    ['尘肺归谁家牵头', rows(hospitals, 'a1', 20)],
    ['黛溪州进名单的是哪两家，各自牵头啥病', rows(hospitals, 'a1', 18, 19)],
    ['桐岭市有几家医院进了科研数据共享平台名单', rows(hospitals, 'a1', 15, 16)],
    ['雁回市第一人民医院算哪一批', rows(hospitals, 'a1', 8)],
    ['验收评审附件2序号9是谁家的', rows(reviews, 'a2', 9)],
    ['云陵理工学院名下有哪些项目', rows(reviews, 'a1', 4, 13).concat(rows(reviews, 'a2', 1))],
    ['医院搞专利转化的是哪家医院', rows(reviews, 'a2', 25)],
    ['瑞金医院', rows('review-2024', 'a3', 14, 33)],
  ]
  test.each(asked)('%s', async (question, places) => {
    const told = await talk(question)
    expect(told.answer.status, told.answer.text).toBe('roster')
    expect(told.places).toEqual(places)
  })

  test('with groups counted by the column that the question names', async () => {
    expect((await talk('示范基地分哪几类')).answer.text).toMatch(/按基地类别分为4类[^]*博物馆类：3个/u)
    expect((await talk('获奖名单分哪几个学院，各有几人')).answer.text).toMatch(/按学院分为3类[^]*信息工程学院：3个/u)
  })

  test('with follow-ups', async () => {
    expect((await talk('锦江区有哪些示范基地', '青羊区呢')).places).toEqual(rows(bases, 'a1', 3, 4))
    expect((await talk('蜀绣传习基地是谁运营的', '它在哪个区')).answer.text).toContain('锦江区')
    expect((await talk('验收评审附件2序号9是谁家的', '它在附件1里也有项目吗')).places).toEqual(rows(reviews, 'a1', 5))
    expect((await talk('示范基地一共多少家')).answer.text).toContain('共列8个')
  })

  test('with what is handed in, and by when', async () => {
    expect((await talk('林书白要交什么材料')).answer.text).toContain('2027年12月10日前')
  })

  test('and a name that stands in none is denied with the lists that were looked at', async () => {
    const { answer } = await talk('蜀绣传习基地是谁运营的', '三星堆研学基地呢')
    expect(answer.status).toBe('not-in-roster')
    expect(answer.text).toContain('“三星堆研学基地”不在')
    expect(answer.text).toContain('成都市文化旅游示范基地名单')
  })
})

test.each([
  '天麻炮制工艺的项目负责人是哪位老师',
  '石岭铝业那个电解铝余热的，验收最后结论出来没，通过了吗',
  '黄精多糖提取高价值专利培育项目获支持资金多少万元',
  '第三批医院啥时候开始申报',
  '怎么申报示范基地',
  '奖金什么时候发',
  '会上黑名单吗',
])('what the rosters do not account for whole is left to others: %s', async (question) => {
  expect((await talk(question)).answer.status).not.toMatch(/roster/u)
})
