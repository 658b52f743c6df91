import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2 to AA, as axe names its parts. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type Finding = { id: string; nodes: { target: string[]; failureSummary: string }[] }

/** What axe finds against WCAG 2.2 AA on a page as it stands, a line each. Evaluated, which no CSP keeps from the page. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  // What lies under a bar that stays in view is only there until one scrolls.
  await page.evaluate('scrollTo(0, 0)')
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(document, { runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'] })`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  )
}

const misfits = `(() => {
  const faults = []
  const excess = document.documentElement.scrollWidth - innerWidth
  if (excess > 0) faults.push('scrolls sideways by ' + excess)
  const boxOf = (element) => {
    // Text may stand out of its box, unless that cuts it.
    if (element.matches('img, svg') || getComputedStyle(element).overflow !== 'visible') return element.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }
  const parts = [...document.querySelectorAll('.bar img, .bar span, .bar button, .bar a.back')]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .map((part) => ({ part, box: boxOf(part) }))
    .filter(({ box }) => box.width > 1 && box.height > 1)
  for (const { part, box } of parts) {
    const name = part.className || part.tagName
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(name + ' leaves the bar')
    for (const other of parts) {
      if (other.part === part || other.part.contains(part) || part.contains(other.part)) continue
      const isOver = box.left < other.box.right - 1 && other.box.left < box.right - 1
      if (isOver && box.top < other.box.bottom - 1 && other.box.top < box.bottom - 1) faults.push(name + ' lies over ' + (other.part.className || other.part.tagName))
    }
  }
  return faults
})()`

/** What does not fit a page as it stands: scrolling sideways, and parts of the bar that lie over one another or leave it. */
export const misfitsOf = (page: Page): Promise<string[]> => page.evaluate<string[]>(misfits)

/** Shows all text at twice its size, as a browser does whose reader has chosen so. */
export const doubleText = (page: Page): Promise<unknown> =>
  page.evaluate(`document.documentElement.style.fontSize = '200%'`)
