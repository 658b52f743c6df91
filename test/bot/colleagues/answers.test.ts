import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { realApp } from '../../support/real-app.ts'
import { answerAll, talk } from '../../services/interview/interview-talk.ts'

const app = await realApp()
const { say, assistant } = app
const center = 'medical-center-2025'
const rates = ['inventoryRatePercent', 'industrializationRatePercent']
const money = ['incomeSince2023Wan']

/** All that was said last; the word that all is in may come first. */
const textOf = ({ replies }: { replies: { text: string }[] }): string => replies.map(({ text }) => text).join('\n')

async function opened() {
  const one = await talk(say, `/check ${center}`)
  const page = ownerPageOf(app, await say('请同事回答', one.conversation))
  return { one, page }
}

describe('a colleague asked over a link', () => {
  test('sees their questions and nothing else, one after the other, with clause and help', async () => {
    const { one, page } = await opened()
    await one.say('是')
    const { link } = await askFor(page, '知识产权办', rates)
    const first = await visit(link)
    expect(first.text).toContain('第1题，共2题')
    expect(first.text).toContain('存量专利盘活系统中显示的盘点率是多少？')
    expect(first.text).toContain('盘点率达到100%')
    expect(first.text).not.toContain('多少件有效发明专利')
    expect(first.text).not.toContain('到账')
    const second = await answer(link, rates[0]!, '100%', '截图在我这里')
    expect(second.text).toContain('第2题，共2题')
    const done = await answer(link, rates[1]!, '12.5')
    expect(done.text).toContain('都答完了')
    expect(done.text).toContain('盘点率 ： 100%'.replaceAll(' ', '').slice(0, 3))
    expect(done.text).toContain('截图在我这里')
  })

  test('is asked again with what it takes where nothing can be read, and keeps what was typed', async () => {
    const { page } = await opened()
    const { link } = await askFor(page, '财务处', money)
    const wrong = await answer(link, money[0]!, '很多')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('没有读懂')
    expect(wrong.html).toContain('value="很多"')
  })

  test('answers, and that counts in the check with who gave it: in summary, verdict and sheet', async () => {
    const { one, page } = await opened()
    const { link } = await askFor(page, '财务处', money)
    const other = await askFor(page, '知识产权办', rates)
    await answer(link, money[0]!, '520万元')
    await answer(other.link, rates[0]!, '100%')
    await answer(other.link, rates[1]!, '12%')
    await one.say('/status')
    await answerAll(one, {
      isShanghaiMedicalInstitution: true,
      registeredInPatentSystem: true,
      inventoryCompleted: true,
      validInventionPatents: 120,
      hasEquityCase: false,
    })
    expect(one.reply.kind).toBe('summary')
    expect(one.reply.text).toContain('2023年以来专利转化实际到账金额：520万元（财务处，11月21日）')
    expect(one.reply.text).toContain('盘点率：100%（知识产权办，11月21日）')
    const result = await one.say('/confirm')
    expect(result.assessment).toMatchObject({
      verdict: 'eligible',
      answers: { incomeSince2023Wan: 520, inventoryRatePercent: 100 },
      givenBy: { incomeSince2023Wan: '（财务处，11月21日）' },
    })
    expect(result.text).toContain('（知识产权办，11月21日）')
  })

  test('who says 不清楚 leaves it unknown, and the remark is told to the owner, masked', async () => {
    const { page } = await opened()
    const { link } = await askFor(page, '财务处', money)
    const done = await answer(link, money[0]!, '', '请问联系人：王小明，13800138000')
    expect(done.text).toContain('不清楚')
    const owner = await visit(page)
    expect(owner.text).toContain('不清楚')
    expect(owner.html).toContain('[手机号]')
    expect(owner.html).not.toContain('13800138000')
    expect(owner.html).not.toContain('王小明')
  })

  test.each([
    ['王小明', '请写明请谁回答'],
    ['财务处王小明', '财务处'],
  ])('named %s has no name kept', async (typed, shown) => {
    const { page } = await opened()
    const id = /name="id" value="([0-9a-f]{32})"/u.exec((await visit(page)).html)![1]!
    const after = await sendForm(page, [
      ['do', 'ask'],
      ['id', id],
      ['role', typed],
      ['fact', money[0]!],
    ])
    expect(after.text).toContain(shown)
    expect(after.text).not.toContain('王小明')
    const { rows } = await sql<{ role: string }>`select role from share_link where role like '%小明%'`.execute(
      assistant.db,
    )
    expect(rows).toEqual([])
  })
})

describe('what is asked of colleagues', () => {
  test('is not asked of the owner until it is answered or taken back', async () => {
    const { one, page } = await opened()
    const { id } = await askFor(page, '办公室', ['isShanghaiMedicalInstitution'])
    expect((await one.say('/status')).asks?.key).toBe('registeredInPatentSystem')
    expect(textOf(one)).toContain('本市医疗卫生机构：待办公室回答')
    await sendForm(page, [
      ['do', 'revoke'],
      ['id', id],
    ])
    expect((await one.say('/status')).asks?.key).toBe('isShanghaiMedicalInstitution')
  })

  test('and answered twice differently is settled by the owner', async () => {
    const { one, page } = await opened()
    const [first, second] = [await askFor(page, '财务处', money), await askFor(page, '知识产权办', money)]
    await answer(first.link, money[0]!, '520万元')
    await answer(second.link, money[0]!, '480万元')
    const owner = await visit(page)
    expect(owner.text).toContain('财务处，11月21日：520万元')
    expect(owner.text).toContain('知识产权办，11月21日：480万元')
    const settled = await sendForm(page, [
      ['do', 'settle'],
      ['fact', money[0]!],
      ['answer', '480'],
    ])
    expect(settled.text).not.toContain('要您定的')
    expect(settled.text).toContain('480万元')
    await one.say('/status')
    expect(textOf(one)).toContain('480万元（知识产权办，11月21日）')
    expect(one.replies.map(({ text }) => text).join()).not.toContain('要您定的')
    // Said again it is nothing new.
    await answer(first.link, money[0]!, '520万元')
    expect((await visit(page)).text).not.toContain('要您定的')
  })

  test('and differs from the owner’s own is put to them in the chat, with who said what', async () => {
    const { one, page } = await opened()
    for (const said of ['是', '注册了', '盘点完了']) await one.say(said)
    await one.say('120件')
    const { link } = await askFor(page, '专利管理', ['validInventionPatents'])
    await answer(link, 'validInventionPatents', '90')
    const asked = await one.say('/status')
    expect(asked.asks?.key).toBe('validInventionPatents')
    expect(asked.text).toContain('本人：120件；专利管理：90件')
    await one.say('90件')
    await one.say('/status')
    expect(textOf(one)).toContain('有效发明专利：90件（专利管理，11月21日）')
  })
})

test('an answer to a question that a colleague has just answered is not taken for the next', async () => {
  const { one, page } = await opened()
  const { link } = await askFor(page, '办公室', ['registeredInPatentSystem', 'isShanghaiMedicalInstitution'])
  await answer(link, 'isShanghaiMedicalInstitution', '是')
  const again = await one.say('否')
  expect(again.asks?.key).toBe('inventoryCompleted')
  expect(again.text).toContain('刚在别处有了新的回答')
  await one.say('/status')
  expect(textOf(one)).toContain('本市医疗卫生机构：是（办公室')
  expect(textOf(one)).not.toContain('存量专利盘点：否')
})

test('no step taken back takes a colleague’s answer away', async () => {
  const { one, page } = await opened()
  const { link } = await askFor(page, '财务处', money)
  await one.say('/status')
  await one.say('是')
  await answer(link, money[0]!, '520万元')
  await one.say('/status')
  await one.say('撤回')
  await one.say('/status')
  expect(textOf(one)).toContain('520万元（财务处')
  expect(textOf(one)).not.toContain('本市医疗卫生机构：是')
})

test('a check begun anew keeps what colleagues have said, and those who are asked go on', async () => {
  const { one, page } = await opened()
  const { link } = await askFor(page, '办公室', ['isShanghaiMedicalInstitution', 'registeredInPatentSystem'])
  await answer(link, 'isShanghaiMedicalInstitution', '是')
  await one.say('/status')
  await one.say('盘点完了')
  const anew = await one.say('从头开始')
  expect(anew.asks?.key).toBe('inventoryCompleted')
  await answer(link, 'registeredInPatentSystem', '是')
  const back = await one.say('恢复')
  expect(back.asks?.key).toBe('validInventionPatents')
  await one.say('/status')
  expect(textOf(one)).toContain('存量专利盘活系统注册：是（办公室，11月21日）')
  expect((await visit(link)).text).toContain('都答完了')
})

test('what colleagues have answered ahead of its turn is not counted as left', async () => {
  const { one, page } = await opened()
  const { link } = await askFor(page, '科研处', ['hasEquityCase'])
  await answer(link, 'hasEquityCase', '否')
  await one.say('/status')
  const { text } = one.replies.find((reply) => reply.text.includes('尚待回答'))!
  expect(text).toContain('专利作价入股典型案例：否')
  expect(text.slice(text.indexOf('尚待回答'))).not.toContain('专利作价入股典型案例')
})

test('answers of several people to one condition are told with what each gave', async () => {
  const { page } = await opened()
  const office = await askFor(page, '办公室', ['isShanghaiMedicalInstitution'])
  const rate = await askFor(page, '知识产权办', ['registeredInPatentSystem', 'inventoryCompleted'])
  await answer(office.link, 'isShanghaiMedicalInstitution', '是')
  for (const fact of ['registeredInPatentSystem', 'inventoryCompleted']) await answer(rate.link, fact, '是')
  expect((await visit(page)).text).toContain(
    '已完成存量专利盘点。回答来自：本市医疗卫生机构（办公室，11月21日）；存量专利盘活系统注册、存量专利盘点（知识产权办，11月21日）',
  )
})

test('a check that is left ends its links; restored, it waits for nobody, and has what was answered', async () => {
  const { one, page } = await opened()
  const { link } = await askFor(page, '办公室', ['isShanghaiMedicalInstitution', 'registeredInPatentSystem'])
  await answer(link, 'registeredInPatentSystem', '是')
  expect((await one.say('/cancel')).text).toContain('发给同事的链接会随即失效')
  await one.say('继续自查')
  expect((await visit(link)).status).toBe(200)
  await one.say('/cancel')
  await one.say('/cancel')
  expect((await visit(link)).status).toBe(404)
  const back = await one.say('恢复')
  expect(back.asks?.key).toBe('isShanghaiMedicalInstitution')
  await one.say('/status')
  expect(textOf(one)).toContain('存量专利盘活系统注册：是（办公室，11月21日）')
})
