import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { Memory } from '../answer.ts'

/** A message that is nothing but a number among choices: 2, 第二个, 选1. */
const picking = /^\s*(?:我?[选要])?\s*第?\s*([1-9]|[一二三四五六七八九])\s*(?:个|项|种)?\s*[吧。.！!]*\s*$/u

/** The question asked back, asked of the choice that a message picks by its number; undefined where it picks none. */
export function chosenFrom(catalogue: Catalogue, text: string, { choices, content }: Memory): string | undefined {
  const [, number] = picking.exec(text) ?? []
  const choice = number && content ? choices?.[parseNumeral(number) - 1] : undefined
  const notice = choice && catalogue.notices.find(({ id }) => id === choice.notice)
  const programme = notice?.programmes.find(({ id }) => id === choice?.programme)
  return notice && programme && `${notice.year}年${programme.title}，${content}`
}
