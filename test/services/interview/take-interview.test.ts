import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Answered } from '../../../services/conversations/answered.ts'
import type { ConversationState } from '../../../services/conversations/conversation-store.ts'
import type { Command, Message } from '../../../services/interview/message.ts'
import { takeInterview } from '../../../services/interview/take-interview.ts'
import { notices, resolved } from '../eligibility/resolved.ts'

const answered = (status: string, state: ConversationState): Answered => ({
  status,
  replies: [],
  state,
  used: [],
  rejected: [],
})

/** A message as a channel would pass it on: what is not the interview's ends as `from-notices` or `command`. */
const messageOf = (text: string, state: ConversationState, command?: Command): Message => ({
  text,
  command,
  state,
  known: { catalogue: buildCatalogue(notices), programmes: resolved },
  today: '2025-06-01',
  answerFromNotices: (from) => Promise.resolve(answered('from-notices', from)),
  answerCommand: (_, from) => answered('command', from),
})

const check: Command = { name: 'check', argument: 'medical-center-2025', isEnglish: false }

/** The state after some messages, the first of which begins the interview. */
async function stateAfter(...said: string[]): Promise<ConversationState> {
  let state = (await takeInterview(messageOf('/check', { memory: {} }, check)))!.state
  for (const text of said) state = (await takeInterview(messageOf(text, state)))!.state
  return state
}

describe('an interview needs no channel and no database', () => {
  test('a command begins it', async () => {
    const begun = (await takeInterview(messageOf('/check', { memory: {} }, check)))!
    expect(begun.status).toBe('interview-question')
    expect(begun.state.interview).toMatchObject({ programme: 'medical-center-2025', answers: {}, isConfirmed: false })
    expect(begun.state.memory.scope?.programme).toBe('medical-center-2025')
  })

  test.each([
    ['是', 'interview-question', { isShanghaiMedicalInstitution: true }],
    ['不清楚', 'interview-question', { isShanghaiMedicalInstitution: null }],
    ['跳过', 'interview-question', { isShanghaiMedicalInstitution: null }],
    ['哈哈', 'interview-question', {}],
    ['进度', 'interview-status', {}],
    ['截止日期是哪天？', 'from-notices', {}],
  ])('%s ends as %s', async (text, status, answers) => {
    const taken = (await takeInterview(messageOf(text, await stateAfter())))!
    expect(taken.status).toBe(status)
    expect(taken.state.interview?.answers).toEqual(answers)
  })

  test('another command is answered, and the open question comes back', async () => {
    const help: Command = { name: 'help', argument: '', isEnglish: false }
    const taken = (await takeInterview(messageOf('/help', await stateAfter('是'), help)))!
    expect(taken.status).toBe('command')
    expect(taken.replies.map(({ kind }) => kind)).toEqual(['question'])
  })

  test('who gives it up has no interview any more', async () => {
    expect((await stateAfter('是', '退出')).interview).toMatchObject({ isLeaving: true })
    expect((await stateAfter('是', '退出', '确定退出')).interview).toBeUndefined()
  })

  test('without one a message is nobody’s', async () => {
    expect(await takeInterview(messageOf('是', { memory: {} }))).toBeUndefined()
  })
})
