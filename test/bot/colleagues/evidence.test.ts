import { expect, test } from 'vitest'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { withPilot } from '../../support/pilot-app.ts'
import { realApp } from '../../support/real-app.ts'
import { pilotBase } from '../../services/eligibility/pilot-base.ts'

const proof = {
  id: 'evidence-size',
  kind: 'evidence' as const,
  text: '建议备齐：职工名册和上年度审计报告。',
  proves: 'size',
}
const base = { ...pilotBase, preparation: [...pilotBase.preparation, proof] }
const shipped = { notices: withPilot.notices, programmes: [...shippedProgrammes(), base] }
const app = await realApp({ shipped, today: () => '2026-12-01' })
const { say } = app
const facts = ['staffCount', 'revenueWan']

async function opened() {
  const { conversation } = await say(`/check ${pilotBase.id}`)
  const page = ownerPageOf(app, await say('/ask', conversation))
  return { page, conversation, ...(await askFor(page, '财务处', facts)) }
}

test('whoever has what proves a condition ticks it, and the owner sees who', async () => {
  const { page, link } = await opened()
  for (const fact of facts) await answer(link, fact, '')
  expect((await visit(link)).text).toContain(proof.text)
  await sendForm(link, [
    ['do', 'evidence'],
    ['item', proof.id],
    ['item', 'form'],
    ['item', 'none-such'],
  ])
  const owner = await visit(page)
  expect(owner.text).toContain('已有：财务处，12月1日')
  expect(owner.html.match(/name="item" value="[^"]+" checked/gu)).toHaveLength(1)
})

test('what the owner has nobody else unticks; the owner unticks all', async () => {
  const { page, link } = await opened()
  const tick = (where: string, items: string[]) =>
    sendForm(where, [['do', 'evidence'], ...items.map((item): [string, string] => ['item', item])])
  await tick(page, [proof.id])
  await tick(link, [])
  expect((await visit(page)).text).toContain('已有：本人，12月1日')
  await tick(page, [])
  expect((await visit(page)).text).not.toContain('已有：')
})

test('the to-do is counted back from the last day, as calendar too, without what is at hand', async () => {
  const { page, link } = await opened()
  expect((await visit(page)).text).toContain('证明材料（2026年12月24日前）')
  const response = await fetch(`${page}/to-do.ics`)
  expect(response.headers.get('content-type')).toContain('text/calendar')
  const calendar = (await response.text()).replace(/\r\n /gu, '')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261224')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261231')
  expect(calendar).toContain(proof.text)
  await sendForm(link, [
    ['do', 'evidence'],
    ['item', proof.id],
  ])
  expect((await (await fetch(`${page}/to-do.ics`)).text()).replace(/\r\n /gu, '')).not.toContain(proof.text)
})

test('after the last day there is no calendar', async () => {
  const { conversation } = await say('/check medical-center-2025')
  const page = ownerPageOf(app, await say('/ask', conversation))
  expect((await visit(page)).text).toContain('申报已经截止')
  expect((await fetch(`${page}/to-do.ics`)).status).toBe(410)
})
