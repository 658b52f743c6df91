import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { useOf } from '../../../services/model/rewrite-question.ts'

const catalogue = buildCatalogue(loadNotices())
const content = '2025年运营中心的支持经费是多少'

describe('a rewritten question', () => {
  const cases: [string, string, string | undefined, ReturnType<typeof useOf>][] = [
    ['促进中心呢', '2025年促进中心的支持经费是多少', content, 'question'],
    ['专利证压箱底怎么办', '专利盘活有什么要求', undefined, 'offer'],
    ['没启动的项目怎么办', '启动的项目怎么办', undefined, 'offer'],
    ['项目能转让吗', '项目不能转让吗', undefined, 'offer'],
    ['验收后能换单位吗', '验收前能换单位吗', undefined, 'offer'],
    ['今天天气怎么样', '有效发明专利要多少件', undefined, 'offer'],
    ['今天天气怎么样', '2025年要999件专利吗', undefined, 'none'],
    ['今天天气怎么样', '上海明天下雨吗', undefined, 'none'],
    ['盘点率', '请联系王小明', undefined, 'none'],
    ['盘点率', '盘点率', undefined, 'none'],
    ['盘点率', '', undefined, 'none'],
  ]
  for (const [asked, rewritten, before, use] of cases)
    test(`${asked} → ${rewritten || 'nothing'}: ${use}`, () => {
      expect(useOf(rewritten, asked, { content: before }, catalogue)).toBe(use)
    })
})
