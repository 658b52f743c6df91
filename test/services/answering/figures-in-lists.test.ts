import { beforeAll, describe, expect, test } from 'vitest'
import { madeUpNotices } from '../../support/made-up-notices.ts'

const names = ['清河', '石桥', '柳湾', '东门', '南塘', '北苑', '河西', '长亭']
const seats = [40, 75, 120, 60, 90, 36, 55, 80]
const rows = names.map(
  (name, at) =>
    `${at + 1} | ${at < 4 ? '甲川区' : '乙川区'} | ${name}老年食堂 | ${name}路${at + 1}号 | ${seats[at]} | ${at % 2 ? '川宁餐饮有限公司' : '安康养老服务中心'}`,
)
const text = [
  '川宁市民政局',
  '川民发〔2026〕7号',
  '关于公布2026年老年食堂名单的通知',
  '各区民政局：',
  '经评估，现将老年食堂名单予以公布。',
  '一、老年食堂每餐价格不高于15元。',
  '附件：川宁市老年食堂名单',
  '川宁市民政局',
  '2026年4月2日',
  '附件',
  '川宁市老年食堂名单',
  '序号 | 所在区 | 名称 | 地址 | 座位数 | 运营单位',
  ...rows,
].join('\n')

let hold: (says: readonly string[]) => Promise<string>
beforeAll(async () => {
  hold = (await madeUpNotices([text], '2026-06-01')).hold
})

describe('a list with a column of figures', () => {
  test.each([
    [['哪家老年食堂座位最多'], ['柳湾老年食堂', '座位数：120'], ['清河', '石桥']],
    [['乙川区座位最少的是哪家老年食堂'], ['北苑老年食堂', '座位数：36'], ['清河', '柳湾']],
    [['座位最多和最少的老年食堂是哪两家'], ['柳湾老年食堂', '北苑老年食堂'], ['清河']],
    [['石桥老年食堂在哪', '多少座'], ['座位数：75'], ['清河']],
    [['甲川区有哪几家老年食堂'], ['清河', '石桥', '柳湾', '东门'], ['南塘']],
    [['甲川区有哪几家老年食堂', '第三家地址'], ['柳湾路3号'], ['石桥路2号']],
    [['北苑老年食堂有多少桌椅'], ['座位数：36', '川宁餐饮有限公司'], ['清河']],
    [['这次公布了多少家老年食堂'], ['8个'], []],
  ])('%j: %j', async (says, holds, lacks) => {
    const answer = await hold(says)
    for (const part of holds) expect(answer).toContain(part)
    for (const part of lacks) expect(answer).not.toContain(part)
  })
})
