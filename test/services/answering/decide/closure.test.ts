import { describe, expect, test } from 'vitest'
import { answerChosen, candidatesFor, mostCandidates } from '../../../../services/answering/answer-chosen.ts'
import { compose } from '../../../../services/answering/compose/compose.ts'
import { statement } from '../../../../services/answering/compose/frame.ts'
import { closedFinding } from '../../../../services/answering/decide/closure.ts'
import { quotedEntries } from '../../../../services/answering/decide/finding.ts'
import { headedListing, listFinding } from '../../../../services/answering/decide/listings.ts'
import { quotedFrom } from '../../../../services/answering/decide/source.ts'
import { notice } from '../retrieve/made-up.ts'
import { kilnsNew, kilnsOld } from './kilns.ts'
import { madeUp } from './made-up.ts'

const bridges = notice(
  { id: 'bridges-2025', title: '云溪市古桥修缮补助办法', year: 2025 },
  '一、补助条件',
  '申请人应当符合下列条件之一：',
  '（一）古桥建成满80年；',
  '（二）古桥列入市级名录。',
  '二、不予补助',
  '有下列情形之一的，不予补助：',
  '（一）已经获得省级补助的；',
  '（二）三年内有失信记录的。',
  '三、补助标准',
  '修缮一座古桥给予补助15万元。补助资金用于购买石材、木材和支付工匠工资，由市文化局会同市财政局按季度核定后拨付到申请人的账户，申请人应当专款专用并保存全部票据以备检查。古桥所在地的街道办事处负责核对工程量，核对结果在村务公开栏公示七天，没有异议的报市文化局。但是连续两年申请的，第二年减半。',
  '四、修缮要求',
  '修缮应当做到：',
  '（一）桥面坡度不超过8度；',
  '（二）使用本地石材。',
)
const { catalogue, look } = madeUp([bridges, kilnsNew, kilnsOld], [kilnsNew, kilnsOld])

/** The text of the finding on the clause that holds these words, picked for a question. */
function textOn(words: string, question: string): string {
  const inquiry = look(question)
  const ranked = inquiry.ranked.find(({ entry }) => entry.clause.text.includes(words))
  return compose(closedFinding(inquiry, ranked!), 'zh', catalogue).text
}

describe('a clause that is picked brings what it needs to be true', () => {
  const cases: [what: string, words: string, question: string, needs: string[]][] = [
    ['the other alternatives', '古桥列入市级名录', '古桥列入名录可以吗', ['之一', '建成满80年', '列入市级名录']],
    ['the line that opens them, where the heading is picked', '一、补助条件', '补助条件', ['之一', '建成满80年']],
    ['the ban that it stands under', '已经获得省级补助', '获得省级补助', ['不予补助', '失信记录']],
    ['an exception sentences away', '补助15万元', '修一座桥给多少钱', ['15万元', '连续两年申请的，第二年减半']],
    ['the points that it opens', '修缮应当做到', '修缮要求', ['桥面坡度不超过8度', '使用本地石材']],
  ]
  test.each(cases)('%s', (_, words, question, needs) => {
    const text = textOn(words, question)
    for (const need of needs) expect(text).toContain(need)
  })

  test.each([
    ['一、补助条件', '申请人应当符合下列条件之一：', '古桥列入市级名录'],
    ['二、不予补助', '有下列情形之一的，不予补助：', '三年内有失信记录的'],
  ])('%s as a list, and each of its points, stands below %s', (heading, lead, point) => {
    const inquiry = look('修缮古桥')
    const entryOf = (words: string) => catalogue.entries.find(({ clause }) => clause.text.includes(words))!
    const list = compose(listFinding(inquiry, headedListing(inquiry, entryOf(heading))!), 'zh', catalogue).text
    expect(list).toContain(`${lead}\n（一）`)
    const quoted = quotedFrom(inquiry, entryOf(point))
    expect(statement(quoted, 'zh')).toContain(`${lead}\n（二）${point}`)
    expect(quotedEntries([quoted]).map(({ clause }) => clause.text)).toContain(lead)
  })

  test('and nothing more: a point of a list of which all hold stands alone', () => {
    const text = textOn('工坊面积不少于120平方米', '工坊要多大面积')
    expect(text).toContain('120平方米')
    expect(text).not.toContain('签约工匠')
  })

  test('whatever clause is picked: its own words are in the answer', () => {
    const inquiry = look('补助多少')
    for (const ranked of inquiry.ranked.filter(({ entry }) => ['item', 'paragraph'].includes(entry.clause.kind))) {
      const { rests } = closedFinding(inquiry, ranked)
      expect(rests.length).toBeGreaterThan(0)
      expect(rests.every((entry) => catalogue.entries.includes(entry))).toBe(true)
    }
  })
})

describe('candidates', () => {
  test('are few, each once, each by the clauses it rests on', () => {
    const all = candidatesFor(look('要几名工匠'), [])
    expect(all.length).toBeLessThanOrEqual(mostCandidates)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    for (const { key, finding } of all) expect(key.split(' ')).toHaveLength(finding.rests.length)
  })

  test('of a question that names a year are of that year alone', () => {
    const years = candidatesFor(look('2022年陶瓷工坊要几名工匠'), []).map(
      ({ finding }) => finding.rests[0]!.notice.year,
    )
    expect(years.length).toBeGreaterThan(0)
    expect(new Set(years)).toEqual(new Set([2022]))
  })

  test('are said in the order in which they are chosen, and all of them are cited', () => {
    const all = candidatesFor(look('陶瓷工坊要几名工匠，多大面积'), [])
    const of = (words: string) => all.find(({ text }) => text.includes(words))!
    const { answer, memory } = answerChosen([of('120平方米'), of('8人')], {})
    expect(answer.text).toMatch(/120平方米[^]+8人/u)
    expect(answer.rests.map(({ clause }) => clause.id)).toEqual(['1.1', '1.2'])
    expect(memory.rests).toEqual([
      { notice: 'kilns-2025', clause: '1.1' },
      { notice: 'kilns-2025', clause: '1.2' },
    ])
  })
})
