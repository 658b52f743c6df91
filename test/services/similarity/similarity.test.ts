import { describe, expect, test } from 'vitest'
import { mayShareAnswer, similarityLimits, similarityOf } from '../../../services/similarity/similarity.ts'
import { senseOf } from '../../../services/similarity/question-sense.ts'
import { afterAllWindows, answering } from '../../support/answering.ts'

const { knowledge } = await answering()
const sense = (asked: string, memory = {}) => senseOf(knowledge, asked, memory, afterAllWindows)
const similarity = async (one: string, other: string) => similarityOf(await sense(one), await sense(other))

/** Two wordings of one question: what answers the first answers the second. */
const paraphrases: [string, string][] = [
  ['食堂几点开门？', '请问食堂什么时候开门呢'],
  ['食堂几点开门？', '食堂几点营业'],
  ['停车怎么收费', '停车费怎么算'],
  ['运营中心获批后可以更换依托单位吗', '拿到运营中心后能换依托单位吗？'],
  ['运营中心获批后可以更换依托单位吗', '获批运营中心以后，可不可以更换依托单位'],
  ['2025年运营中心要多少件有效发明专利？', '2025年的运营中心，有效发明专利最少得多少件'],
  ['2025年运营中心要多少件有效发明专利？', '申报2025年医疗运营中心需要几件发明专利'],
  ['申报材料可以在线提交吗', '能网上交申报材料吗'],
  ['评审结果什么时候公布', '什么时候出评审结果？'],
  ['浦东新区自己的专利资助政策最高给多少', '浦东新区专利资助最高多少钱'],
  ['上海知识产权创新奖怎么申报', '怎么申报上海知识产权创新奖'],
  ['瑞金医院要交什么', '瑞金医院需要提交什么材料'],
  ['专利被侵权了找谁', '发现专利侵权应该找谁'],
  ['知识产权局周末上班吗', '知识产权局周六周日上班么'],
  ['申报书可以手写吗', '申报书能手写填吗'],
  ['外资医院能申报吗', '外资的医院可以申报吗'],
  ['民营医院可以申报2025年运营中心吗', '2025年运营中心民营医院能报吗'],
]

/** Questions that look alike and have another answer. */
const nearMisses: [string, string, string][] = [
  ['another year', '2025年运营中心要多少件有效发明专利？', '2022年运营中心要多少件有效发明专利？'],
  ['another programme', '2025年运营中心要多少件有效发明专利？', '2025年运营促进中心要多少件有效发明专利？'],
  ['another field', '2025年运营中心要多少件有效发明专利？', '2022年高校运营中心要多少件有效发明专利？'],
  ['another aspect', '2025年运营中心要多少件有效发明专利？', '2025年运营中心支持多少经费？'],
  ['another aspect', '2025年运营中心要多少件有效发明专利？', '2025年运营中心申报截止时间'],
  ['another figure', '2025年运营中心要多少件有效发明专利？', '2025年运营中心产业化率要多少'],
  ['a premise', '2025年运营中心要多少件有效发明专利？', '2025年运营中心要30件有效发明专利，对吗'],
  ['a comparison', '2025年运营中心要多少件有效发明专利？', '2025年和2022年运营中心的有效发明专利要求有什么不同'],
  ['another number', '50件够吗', '100件够吗'],
  ['another thing asked', '食堂几点开门？', '食堂在哪里'],
  ['another place', '食堂几点开门？', '停车场几点开门？'],
  ['another place', '停车怎么收费', '食堂怎么收费'],
  ['another unit', '瑞金医院要交什么', '仁济医院要交什么'],
  ['another thing asked of a unit', '瑞金医院要交什么', '瑞金医院在哪个名单里'],
  ['the contrary', '运营中心获批后可以更换依托单位吗', '运营中心获批后不可以更换依托单位吗'],
  ['another object', '运营中心获批后可以更换依托单位吗', '运营中心获批后可以更换负责人吗'],
  ['another programme', '运营中心获批后可以更换依托单位吗', '促进中心获批后可以更换依托单位吗'],
  ['another kind of enterprise', '高新技术企业认定条件有哪些？', '专精特新企业认定条件有哪些？'],
  ['another district', '浦东新区自己的专利资助政策最高给多少', '徐汇区自己的专利资助政策最高给多少'],
  ['another award', '上海知识产权创新奖怎么申报', '中国专利奖怎么申报'],
  ['another kind of hospital', '民营医院可以申报2025年运营中心吗', '外资医院可以申报2025年运营中心吗'],
  ['another purchase', '2022年医疗运营中心那笔经费可以用来买电脑吗', '2022年医疗运营中心那笔经费可以用来发奖金吗'],
  ['another way of making it', '申报书可以手写吗', '申报书可以双面打印吗'],
  ['another moment', '评审结果什么时候公布', '评审什么时候开始'],
  ['where and when', '材料寄到哪里', '材料什么时候寄'],
]

describe('a question in other words is the same question', () => {
  test.each(paraphrases)('%s = %s', async (one, other) => {
    expect(await similarity(one, other)).toBeGreaterThanOrEqual(similarityLimits.sameAnswer)
    expect(await similarity(other, one)).toBeCloseTo(await similarity(one, other))
  })
})

describe('a question of something else is another question', () => {
  test.each(nearMisses)('%s: %s ≠ %s', async (_difference, one, other) => {
    const senses = [await sense(one), await sense(other)] as const
    expect(mayShareAnswer(...senses) && similarityOf(...senses) >= similarityLimits.sameAnswer).toBe(false)
  })
})

test('every question is wholly like itself', async () => {
  for (const [one, other] of paraphrases)
    expect(Math.min(await similarity(one, one), await similarity(other, other))).toBe(1)
})

describe('in a conversation', () => {
  const memory = { scope: { notice: 'university-2022', programme: 'university-center-2022' } }

  test('a question that names nothing is about what was spoken of', async () => {
    const asked = await sense('截止时间是哪天', memory)
    expect(similarityOf(asked, await sense('2022年高校运营中心的截止时间是哪天'))).toBeGreaterThan(
      similarityLimits.sameAnswer,
    )
    expect(similarityOf(asked, await sense('2025年医疗运营中心的截止时间是哪天'))).toBe(0)
  })

  test('a question of which no notice speaks stands for itself', async () => {
    expect(similarityOf(await sense('食堂几点开门？', memory), await sense('食堂几点开门？'))).toBeCloseTo(1)
  })
})
