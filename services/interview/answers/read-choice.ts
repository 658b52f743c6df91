import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import type { ChoiceFact } from '../../eligibility/document-facts.ts'
import * as words from './claim-words.ts'

/** How people name the grade of a hospital beside the name of the option. */
const spoken: Record<string, RegExp> = {
  tertiary: /^(?:三级[特甲乙丙]?等?|三[特甲乙丙]等?|tertiary.*|(?:class|grade|level)-?(?:iii|3).*)$/u,
  secondary: /^(?:二级[甲乙丙]?等?|二[甲乙丙]等?|secondary.*|(?:class|grade|level)-?(?:ii|2).*)$/u,
  primary: /^(?:一级[甲乙丙]?等?|一[甲乙丙]等?|primary.*|(?:class|grade|level)-?(?:i|1).*)$/u,
  unrated:
    /^(?:未定级|没有?定级|还没有?定级|没有?评级|未评级|没有等级|无等级|没有评定等级|不分等级|unrated|notrated|notgraded|ungraded)$/u,
}

/** Reads which of a fact's options is meant; nothing where it is none of them. */
export function readChoice({ options }: ChoiceFact, typed: string): string | undefined {
  const text = foldWidth(typed)
    .toLowerCase()
    .replace(/^(?:we are|we're|it is|it's|it’s)(?: an?)?\s/u, '')
    .replace(/\s/gu, '')
    .replace(words.closing, '')
    .replace(words.opening, '')
    .replace(/^(?:是|为|属于)/u, '')
    .replace(/(?:综合|专科)?(?:医疗机构|医院|的)$/u, '')
    .replace(/[123](?=[级特甲乙丙])/u, (digit) => '一二三'[Number(digit) - 1]!)
  return options.find(({ value, label }) => text === label || text === value || spoken[value]?.test(text))?.value
}
