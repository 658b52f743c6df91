import { describe, expect, test } from 'vitest'
import { realApp } from '../../support/real-app.ts'
import { sends, talkThrough } from './interview-talk.ts'

const { say } = await realApp()
const begin = 'self-check 2025 medical IP operation centre'

const after = (first: string, ...more: string[]) => talkThrough(say, first, ...more)

describe('English words that only name a programme choose among those just offered', () => {
  test.each([
    [['the medical one'], ['medical-center-2025', 'medical-promotion-2025', 'medical-center-2022']],
    [['2025'], ['medical-center-2025', 'medical-promotion-2025']],
  ])('%j leaves %j', async (said, ids) => {
    const { reply } = await after('self-check', ...said)
    expect(reply.text).toMatch(/^Which of these\?/u)
    expect(sends(reply)).toEqual(ids.map((id) => `/check ${id}`))
  })

  test.each([
    [['the university one'], 'university-center-2022'],
    [['the 2022 hospital one'], 'medical-center-2022'],
    [['the second one'], 'medical-promotion-2025'],
    [['2025', 'promotion'], 'medical-promotion-2025'],
  ])('%j begins %s', async (said, programme) => {
    const { reply } = await after('self-check', ...said)
    expect(reply.asks?.programme).toBe(programme)
    expect(reply.text).not.toMatch(/贵单位/u)
  })
})

describe('a change is undone in English', () => {
  test('one after the other, a correction first', async () => {
    const one = await after(begin, 'yes', 'yes', 'yes', '120', 'change patents to 130')
    expect((await one.say('undo')).text).toContain('Changed back, valid invention patents: 120 patents.')
    expect((await one.say('take that back')).asks?.key).toBe('validInventionPatents')
    expect((await one.say('undo the last step')).asks?.key).toBe('inventoryCompleted')
  })

  test('after starting over only what was answered since, then what was left comes back', async () => {
    const one = await after(begin, 'yes', 'yes', 'start over', 'yes')
    expect((await one.say('undo')).asks?.key).toBe('isShanghaiMedicalInstitution')
    expect((await one.say('restore')).asks?.key).toBe('inventoryCompleted')
  })

  test('where it was asked whether to leave, it stays', async () => {
    const { reply } = await after(begin, 'yes', 'cancel', 'undo')
    expect(reply.asks?.key).toBe('registeredInPatentSystem')
  })
})

test.each(["I don't want to do this any more", 'maybe later', 'that’s enough for today'])(
  '%s asks whether to leave',
  async (words) => {
    expect((await after(begin, 'yes', words)).reply.text).toMatch(/^Leave this check\?/u)
  },
)

test('a yes said with a doubt is asked again in English, and said again left unknown', async () => {
  const one = await after(begin, 'yes', 'yes', 'probably yes')
  expect(one.replies.map(({ text }) => text).join('\n')).toContain('That is not certain yet')
  expect((await one.say('probably yes')).text).toContain('patent inventory completed: not known')
})
