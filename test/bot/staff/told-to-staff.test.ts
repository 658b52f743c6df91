import { expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { staffApp } from '../../support/staff-app.ts'

const { say, as } = await staffApp()

const page = async (role: 'reviewer' | 'admin', path: string) => (await as(role, 'GET', path)).text()

test('whoever publishes an answer hears which of its wordings it would not be given to', async () => {
  const answer = { answer: '含税。', wordings: ['到账金额含不含税', '2022年医疗运营中心到账金额含不含税'] }
  const impactOf = (clause: object) =>
    jsonOf(as('editor', 'POST', '/api/staff/faqs/impact', { body: { ...answer, clauses: [clause] } }))
  const older = await impactOf({ notice: 'medical-2022', clause: '2.3' })
  expect(older.unused).toEqual(['到账金额含不含税'])
  const newer = await impactOf({ notice: 'medical-2025', clause: '1.2.4' })
  expect(newer.unused).toEqual(['2022年医疗运营中心到账金额含不含税'])
})

test('staff see how many wait to be told an answer, while they do', async () => {
  const asked = await say('大堂能躲雨吗')
  await say('/remind answer', asked.conversation)
  const [question] = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions
  const waiting = async () =>
    (await jsonOf(as('reviewer', 'GET', `/api/staff/groups?group=${question.group}`))).groups[0].waiting
  expect(await waiting()).toBe(1)
  expect(await page('reviewer', '/staff/questions')).toContain('1 人等着答复')
  const address = `/staff/questions/${encodeURIComponent(question.id)}`
  expect(await page('reviewer', address)).toContain('1 人等着答复')
  await say('/stop', asked.conversation)
  expect(await waiting()).toBe(0)
  expect(await page('reviewer', address)).not.toContain('人等着答复')
})

test('the audit log names what was changed and leads there', async () => {
  await say('保安室在哪儿')
  const [{ id, group, review }] = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions
  const body = { status: 'dismissed', version: review.version }
  await as('reviewer', 'PATCH', `/api/staff/questions/${encodeURIComponent(id)}`, { body })
  const log = await page('admin', '/staff/audit')
  expect(log).toContain(`>第 ${group} 组提问</a>`)
  expect(log).toContain('>账号 王主任</span>')
  const linked = /href="([^"]*group=[^"]*)"/u.exec(log)![1]!.replaceAll('&amp;', '&')
  expect(await page('admin', linked)).toContain('保安室在哪儿')
})
