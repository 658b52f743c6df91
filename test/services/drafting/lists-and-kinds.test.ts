import { describe, expect, test } from 'vitest'
import { readEntries } from '../../../services/drafting/draft-criteria.ts'
import { readAmounts } from '../../../services/drafting/read-amount.ts'
import { readProvisions } from '../../../services/drafting/read-provision.ts'
import { outlineOf } from '../../../services/drafting/sections.ts'
import { modeOf } from '../../../services/drafting/mode-of.ts'
import { inWords } from './in-words.ts'
import { noticeOf } from './notices.ts'

/** What a made-up notice with these lines asks of applicants. */
function asks(...lines: string[]): string[] {
  const title = '云栖市农业农村局关于组织申报2026年示范农场的通知'
  const notice = noticeOf(`${title}\n\n各有关单位：\n\n${lines.join('\n\n')}\n\n云栖市农业农村局\n\n2026年3月2日\n`)
  return readEntries(outlineOf(notice, '')).map(({ need }) => inWords(need))
}

describe('a list', () => {
  test('with a provision that it goes beyond asks for as many as it says, and no more', () => {
    expect(modeOf('申报一类的，除满足二类第1、2项外，还应当满足：')).not.toBe(2)
    expect(modeOf('除符合第三项、第四项以外，还须满足以下条件中的两项：')).toBe(2)
  })

  test('of lines without numbers is one, by the line that opens it', () => {
    expect(
      asks(
        '一、申报条件',
        '（一）近三年取得下列成果中的两项：',
        '绿色食品认证2个以上；',
        '地理标志登记；',
        '省级以上奖励1项以上。',
      ),
    ).toHaveLength(1)
    expect(
      asks(
        '一、不予认定的情形',
        '凡有下列情形之一者，不予认定：',
        '近两年发生质量事故；',
        '拖欠农民工工资，经查证属实。',
      ),
    ).toHaveLength(2)
  })

  test('on one line, of which one is enough, is asked for where it stands by itself', () => {
    const found = asks(
      '第一条 申报主体应当具备以下条件：',
      '（一）经营面积不少于200亩。',
      '第二条 申报主体还应当至少具备以下一项特色：①建有冷链设施；②开展直播销售；③种植大户带动农户50户以上。',
    )
    expect(found[1]).toMatch(/\|.*\|/u)
  })
})

describe('for whom conditions hold', () => {
  test('a title over them says for which kind', () => {
    const found = asks('一、申报条件', '（一）基本条件', '1.成立满两年。', '（二）设施类条件', '1.温室面积不少于10亩。')
    expect(found[0]).not.toContain('申报')
    expect(found[1]).toContain('申报设施类')
  })

  test('who is let off a measure is let off that one alone', () => {
    const [found] = asks('一、申报条件', '（一）有专人管理，距离主干道5公里以内；人口超过2000人的村不受此距离限制。')
    expect(found).toMatch(/专人管理.* & \(.*距离主干道.* \| .*2000/u)
  })
})

test('a unit of two parts stays whole', () => {
  const [found] = asks('一、申报条件', '（一）年运输周转量超过500万吨公里，储能容量不低于20兆瓦时。')
  expect(found).toMatch(/>5000000吨公里.*≥20兆瓦时/u)
})

test('a limit of several together is not what one gets', () => {
  const amounts = readAmounts('按设备投入的30%给予补助，单个项目不超过100万元，同一单位累计不超过300万元。')
  expect(amounts.map(({ amount }) => amount)).toMatchObject([{ upTo: 100, amount: { percent: 30 } }])
})

test('what is not counted takes the figure before it away from nobody', () => {
  expect(readProvisions('有效发明专利不少于10件（受让取得的不计入）。').map(({ need }) => inWords(need))).toEqual([
    '有效发明专利 ≥10件',
  ])
})
