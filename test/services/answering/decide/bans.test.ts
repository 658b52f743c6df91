import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { prepareNotice, readNoticeFile } from '../../../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../../../knowledge/load-notices.ts'
import { answerQuestion } from '../../../../services/answering/answer-question.ts'
import { knowledgeOf } from '../../../../services/answering/training/train.ts'
import type { Knowledge } from '../../../../services/answering/understand/understand.ts'
import { temporaryDirectory } from '../../../support/database.ts'

const text = [
  '青屏市人力资源和社会保障局',
  '青人社规〔2026〕4号',
  '青屏市积分入户办理规定',
  '第一条 本规定适用于在本市办理积分入户。',
  '第二条 申请人在市政务服务网提出申请，受理机构在20个工作日内审核积分。',
  '第三条 受理机构办理积分入户不得收取任何费用。',
  '第四条 申请人不得提交虚假材料。',
  '第五条 本规定自2026年5月1日起施行。',
].join('\n')

let knowledge: Knowledge
beforeAll(async () => {
  const file = join(temporaryDirectory(), 'points.txt')
  writeFileSync(file, text)
  const notices = [prepareNotice(await readNoticeFile(file), loadNotices(), [])]
  const set = { name: 'points', files: [], notices, isOfBundled: false, questions: [], dialogues: [] }
  knowledge = (await knowledgeOf(set)).knowledge
})

test.each([
  ['青屏积分入户，外地户口能不能办', false],
  ['青屏积分入户能不能办', false],
  ['青屏积分入户的受理机构能不能收取费用', true],
])('%s is forbidden: %s', async (question, isForbidden) => {
  const { answer } = await answerQuestion(knowledge, question, {}, '2026-06-01')
  expect(answer.text.includes('不可以')).toBe(isForbidden)
})
