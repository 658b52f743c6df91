import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage, phone } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, services, close } = await startStandIn()
afterAll(close)

const { clauses } = services.notices.find('review-2024')!
const rows = clauses.filter(({ kind }) => kind === 'row')
const longList = (parent: string) => rows.filter((row) => row.parent === parent)
const lists = [...new Set(rows.map(({ parent }) => parent!))].map(longList).filter((list) => list.length > 20)
const page = `${url}/notices/review-2024`

test('there is a long list to read', () => expect(lists.length).toBeGreaterThan(0))

test('a clause that the address names offers a question and its link; the sign closes them and opens those of another', async () => {
  const { page: reader, faults } = await openPage(browser, `${url}/notices/medical-2025#1.2.1`, phone)
  const ask = reader.getByRole('link', { name: '就这一条提问' })
  expect(await ask.getAttribute('href')).toBe('/?about=medical-2025%231.2.1')
  const signOf = (clause: string) => reader.locator(`.clause-link[href="#${clause}"]`)
  expect(await signOf('1.2.1').getAttribute('aria-expanded')).toBe('true')
  await signOf('1.2.2').click()
  await expect.poll(() => ask.getAttribute('href')).toBe('/?about=medical-2025%231.2.2')
  expect(await ask.count()).toBe(1)
  await signOf('1.2.2').click()
  await ask.waitFor({ state: 'detached' })
  expect(new URL(reader.url()).hash).toBe('')
  expect(faults).toEqual([])
})

test('a long list shows its first rows, all on request, and those that match as one types', async () => {
  const { page: reader, faults } = await openPage(browser, page, phone)
  const height = () => reader.evaluate<number>('document.documentElement.scrollHeight')
  const folded = await height()
  expect(folded).toBeLessThan(8_000)
  const field = reader.getByLabel('在名单中查找').first()
  const table = reader.locator('.table-filter + .table-box').first()
  const visible = table.locator('tbody tr:visible')
  const list = lists[0]!
  expect(await visible.count()).toBe(20)

  const cells = Object.values(list.at(-1)!.cells!)
  const unit = cells.find((cell) => cell.length > 4)!
  await field.pressSequentially(unit.slice(0, 4))
  const matching = list.filter((row) => Object.values(row.cells!).some((cell) => cell.includes(unit.slice(0, 4))))
  expect(await visible.count()).toBe(matching.length)
  expect(await reader.getByText(`找到${matching.length}行`).count()).toBe(1)
  // A merged cell says in each row what it says.
  for (const cell of await visible.first().locator('td:not(.row-link) > span').all())
    expect((await cell.boundingBox())!.width).toBeGreaterThan(1)

  await field.fill('没有这样的单位')
  expect(await reader.getByText('没有找到').count()).toBe(1)
  await field.fill('')
  expect(await visible.count()).toBe(20)
  await reader.getByRole('button', { name: `显示全部${list.length}行` }).click()
  expect(await visible.count()).toBe(list.length)
  expect(await height()).toBeGreaterThan(folded)
  expect(faults).toEqual([])
})

test('short names, several words and full-width figures find their rows', async () => {
  const { page: reader } = await openPage(browser, page)
  const field = reader.getByLabel('在名单中查找').first()
  const found = () => reader.locator('.table-filter + .table-box').first().locator('tbody tr:visible').allInnerTexts()
  const row = lists[0]!.find(({ cells }) => Object.values(cells!).some((cell) => /大学/.test(cell)))!
  const unit = Object.values(row.cells!).find((cell) => /大学/.test(cell))!
  const short = `${unit[0]}${unit[2]}大${unit.at(-1)}`
  await field.fill(short)
  const texts = await found()
  expect(texts.some((text) => text.includes(unit))).toBe(true)
  expect(texts.length).toBeLessThan(lists[0]!.length)
  const number = Object.values(row.cells!).find((cell) => /^\d+$/.test(cell))
  const wide = number?.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  await field.fill(`${unit.slice(-3)} ${wide ?? unit[0]}`)
  expect((await found()).some((text) => text.includes(unit))).toBe(true)
})

test('a row beyond the first that the address names is there, in sight and marked', async () => {
  const last = lists[0]!.at(-1)!
  const { page: reader } = await openPage(browser, `${page}#${last.id}`, phone)
  const row = reader.locator(`tr[id="${last.id}"]`)
  expect(await row.evaluate((element) => element.matches(':target'))).toBe(true)
  await expect.poll(async () => (await row.boundingBox())?.y ?? -1).toBeGreaterThan(0)
  expect((await row.boundingBox())!.y).toBeLessThan(812)
  await reader.evaluate(`location.hash = '${lists[0]![30]?.id ?? lists[0]![20]!.id}'`)
  await expect.poll(() => reader.locator('tr:target').isVisible()).toBe(true)
})

test('without scripts the list is whole and each clause has its anchor', async () => {
  const { page: reader } = await openPage(browser, page, { ...desktop, javaScriptEnabled: false })
  expect(await reader.locator('tbody tr:visible').count()).toBe(rows.length)
  expect(await reader.locator('.clause-link').count()).toBeGreaterThan(rows.length)
})

test('on paper the list is whole, with neither bar nor field nor button', async () => {
  const { page: reader } = await openPage(browser, page, desktop)
  await reader.emulateMedia({ media: 'print' })
  expect(await reader.locator('tbody tr:visible').count()).toBe(rows.length)
  expect(await reader.locator('.bar:visible, input:visible, button:visible, .clause-link:visible').count()).toBe(0)
})
