import { expect, test } from 'vitest'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { realApp } from '../../support/real-app.ts'
import { sends, talk, talkThrough } from './interview-talk.ts'

const center = shippedProgrammes().find(({ id }) => id === 'medical-center-2025')!
const notices = loadNotices()
const given = notices.find(({ id }) => id === center.notice)!
/** The same notice of another year, with the same programmes under other ids. */
const programmes = given.programmes.map((one) => ({ ...one, id: `${one.id}-next` }))
const notice = { ...given, id: 'medical-next', replaces: [], programmes }
const nextYear = { ...center, id: `${center.id}-next`, year: 2026, notice: notice.id }
let day = '2026-06-03'
const { say } = await realApp({
  shipped: { notices: [...notices, notice], programmes: [...shippedProgrammes(), nextYear] },
  today: () => day,
})

/** A check of the first year as far as the number of patents. */
const first = () => talkThrough(say, `/check ${center.id}`, '是', '注册了', '盘点完了', '120件')

test('a second year asks each answer of the first again, with its day, and takes none by itself', async () => {
  day = '2026-06-03'
  const one = await first()
  day = '2027-06-01'
  const asked = await one.say(`/check ${nextYear.id}`)
  expect(asked.asks).toEqual({ programme: nextYear.id, key: 'isShanghaiMedicalInstitution' })
  expect(asked.text).toContain('上次自查答的是“是”（2026年6月3日）')
  expect(asked.progress?.done).toBe(0)
  await one.say('是')
  await one.say('是')
  const patents = await one.say('是')
  expect(patents.text).toContain('上次自查答的是“120件”（2026年6月3日），现在还是这样吗？')
  expect(patents.actions[0]).toEqual({ label: '还是120件', send: '120件' })
  const next = await one.say('120件')
  expect(next.asks?.key).toBe('inventoryRatePercent')
  expect(next.text).not.toContain('上次自查')
  await one.say('/status')
  expect(one.replies[0]!.text).toContain('有效发明专利：120件')
})

test('what was not known then, and what the other programme does not ask, is not brought up', async () => {
  const one = await talkThrough(say, `/check ${center.id}`, '/skip')
  expect((await one.say(`/check ${nextYear.id}`)).text).not.toContain('上次自查')
  const other = await first()
  expect((await other.say('/check medical-promotion-2025')).text).not.toContain('上次自查')
})

test('the same programme begun anew is begun anew', async () => {
  const one = await first()
  expect((await one.say(`/check ${center.id}`)).text).not.toContain('上次自查')
})

test('a third year still knows what the second has not asked yet', async () => {
  const one = await first()
  await one.say(`/check ${nextYear.id}`)
  const again = await one.say('/check medical-center-2022')
  expect(again.text).toContain('上次自查答的是')
  expect(sends(again)).toContain('是')
  expect((await talk(say, `/check ${nextYear.id}`)).reply.text).not.toContain('上次自查')
})
