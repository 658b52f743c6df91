import { mask } from '../privacy/mask.ts'

/** The longest that people may write, in characters. */
export const longestRole = 20

const cue = '联系人：'
const office = /^(?<office>.*(?:[处科部办室院局所组司委会系馆]|中心|公司|学院))(?<rest>.*)$/su
const label = /\[[^\]]*\]/gu

/**
 * What somebody is, as it is kept: 财务处. A name has no place in it, alone or behind an office, nor has a number.
 *
 * @returns '' where nothing else is left.
 */
export function roleOf(text: string): string {
  const typed = mask(text.trim())
  const { office: named = '', rest = typed } = office.exec(typed)?.groups ?? {}
  const masked = rest.trim() === '' ? '' : mask(`${cue}${rest.trim()}`).slice(cue.length)
  return `${named}${masked}`.replace(label, '').replace(/\s+/gu, ' ').trim()
}
