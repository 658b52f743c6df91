import { describe, expect, test } from 'vitest'
import { realApp } from '../../support/real-app.ts'
import { talk } from './interview-talk.ts'

const { say } = await realApp()
const begin = 'self-check 2025 medical IP operation centre'
/** To the question on patents. */
const toPatents = ['yes', 'yes', 'yes']
/** To the verdict. */
const toVerdict = [...toPatents, '130', '100%', '12.5', '6 million yuan', 'confirm']

async function after(...said: string[]) {
  const one = await talk(say, begin)
  for (const words of said) await one.say(words)
  return one
}
const textOf = (replies: readonly { text: string }[]) => replies.map(({ text }) => text).join('\n')

describe('in the middle of a self-check in English', () => {
  const cases: [before: string[], said: string, text: RegExp][] = [
    [[], 'why do you ask?', /^This is asked because the notice says: “/u],
    [[], 'Why is this asked', /^This is asked because the notice says: “/u],
    [[], 'what does this mean?', /The address and kind on your practice licence decide/u],
    [['yes', 'yes'], 'yes we finished the inventory', /Noted, patent inventory completed: yes/u],
    [['yes', 'yes'], 'not sure', /Noted, patent inventory completed: not known/u],
    [['yes', 'yes'], 'Sorry, I don’t really know', /Noted, patent inventory completed: not known/u],
    [['yes', 'yes'], "we're not quite sure about that", /Noted, patent inventory completed: not known/u],
    [toPatents, 'skip this', /Which inventory rate/u],
    [toPatents, 'please skip this question', /Which inventory rate/u],
    [toPatents, 'go back please', /Has your unit completed the inventory/u],
    [toPatents, 'undo', /Has your unit completed the inventory[^]*taken back/u],
    [toPatents, 'go on', /How many valid invention patents/u],
    [toPatents, 'Let’s continue', /How many valid invention patents/u],
    [toPatents, 'Actually we have about 130 patents', /valid invention patents: about 130 patents/u],
    [[...toPatents, '120'], 'Actually we have about 130 patents', /Changed, .*about 130 patents \(was 120 patents\)/u],
    [[...toPatents, '120'], 'change patents to 180', /Changed, .*180 patents \(was 120 patents\)/u],
    [[...toPatents, '120'], 'take that back', /How many valid invention patents[^]*taken back/u],
    [[...toPatents, '120'], 'How far are we?', /conditions? to be confirmed/u],
    [[...toPatents, '120'], 'What do we need to prepare?', /^To prepare for the 2025/u],
    [[...toPatents, '120'], 'cancel', /^Leave this check\? Your 4 answers/u],
    [[...toPatents, '120'], 'never mind', /^Leave this check\?/u],
    [[...toPatents, '120', 'cancel'], 'never mind', /^Which inventory rate/u],
    [[...toPatents, '120', 'cancel', 'yes'], 'undo', /^The check is back/u],
    [[...toPatents, '120'], 'start over', /^From the beginning again[^]*medical institution in Shanghai\?/u],
    [[...toPatents, '120', 'start over'], 'undo', /^The check is back[^]*Which inventory rate/u],
    [[...toPatents, '120', '100%', '12.5'], '520', /Is this in yuan/u],
    [[...toPatents, '120', '100%', '12.5'], '520万元', /Your answers for[^]*5,200,000 yuan/u],
    [[...toPatents], 'What is 盘点率?', /How many valid invention patents/u],
    [[...toPatents, '120'], 'give me the code', /^The code of this check/u],
  ]
  test.each(cases)('after %j, “%s” is understood', async (before, said, text) => {
    const one = await after(...before, said)
    expect(textOf(one.replies)).toMatch(text)
  })
})

describe('after a verdict in English', () => {
  const cases: [said: string, text: RegExp][] = [
    ['How far are we?', /^Nothing: all conditions of the 2025/u],
    ['so how far off are we', /^Nothing: all conditions/u],
    ['what are we missing?', /^Nothing: all conditions/u],
    ['What do we need to prepare?', /^To prepare for the 2025/u],
    ['what documents do we need to submit?', /^To prepare for the 2025/u],
    ['I want to change an answer', /^Which answer do you want to change\?/u],
    ['change patents to 80', /Changed, valid invention patents: 80 patents \(was 130 patents\)/u],
    ['change the income to 2 million', /Changed, income received .*2,000,000 yuan/u],
    ['Actually, we have about 150 patents', /Changed, .*about 150 patents/u],
    ['the inventory rate is wrong', /^Which inventory rate/u],
    ['undo', /^Your answers for the 2025[^]*The last step is taken back/u],
    ['start again', /^From the beginning again/u],
  ]
  test.each(cases)('“%s” is understood', async (said, text) => {
    const one = await after(...toVerdict, said)
    expect(textOf(one.replies)).toMatch(text)
  })
})

describe('a self-check begins for', () => {
  test.each([
    'hi there, is our hospital eligible?',
    'I would like to check if our hospital is eligible',
    'Can our hospital apply?',
    'Please check our eligibility for the medical centre',
  ])('%s', async (said) => {
    const one = await talk(say, said)
    expect(one.reply).toMatchObject({ kind: 'question', asks: { programme: 'medical-center-2025' } })
  })

  test.each(['How can we apply?', 'What can we apply for?', 'Until when can we apply?'])('not for %s', async (said) => {
    const one = await talk(say, said)
    expect(one.reply.kind).not.toBe('question')
  })
})

describe('the Chinese twins', () => {
  test.each([
    ['撤销', /贵单位的存量专利盘点工作[^]*已撤回存量专利盘点：是/u],
    ['重新开始', /^从头开始[^]*贵单位是上海市的医疗卫生机构吗/u],
  ])('%s', async (said, text) => {
    const one = await talk(say, '/check medical-center-2025')
    for (const words of ['是', '是', '是', said]) await one.say(words)
    expect(textOf(one.replies)).toMatch(text)
  })

  test('其实我们有130件 changes the answer after the verdict', async () => {
    const one = await talk(say, '/check medical-center-2025')
    for (const words of ['是', '是', '是', '88', '100%', '12.5', '600万元', '确认']) await one.say(words)
    expect((await one.say('其实我们有130件')).text).toMatch(/有效发明专利已改为130件（原来：88件）/u)
  })
})
