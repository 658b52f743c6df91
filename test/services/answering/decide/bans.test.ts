import { beforeAll, expect, test } from 'vitest'
import { madeUpNotices } from '../../../support/made-up-notices.ts'

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

let hold: (says: readonly string[]) => Promise<string>
beforeAll(async () => {
  hold = (await madeUpNotices([text], '2026-06-01')).hold
})

test.each([
  ['青屏积分入户，外地户口能不能办', false],
  ['青屏积分入户能不能办', false],
  ['青屏积分入户的受理机构能不能收取费用', true],
])('%s is forbidden: %s', async (question, isForbidden) => {
  expect((await hold([question])).includes('不可以')).toBe(isForbidden)
})
