import { foldWidth } from '../../../knowledge/language/clean-text.ts'
import type { BoolFact, ChoiceFact } from '../../eligibility/fact.ts'

const opening = /^(?:嗯|哦|那|我们|我院|我校|我单位|本院|本校|本单位|咱们|咱|医院|学校|单位|目前|现在|都|[，,])+/u
const closing = /(?:吧|呢|啊|呀|哦|哈|[。.！!，,；;～~])+$/u

const yes =
  /^(?:是|是的|对|对的|有|有的|嗯|已|已经|已有|已经有|具备|符合|愿意|能|可以|做了|完成了|注册了|yes|y|yeah|true|ok|√|✓|✔)了?$/u
const no =
  /^(?:否|不|不是|不是的|没有|没|无|没有的|还没|还没有|尚未|未|尚无|暂无|暂时没有|从来没有|不能|不愿意|不具备|不符合|不可以|no|n|nope|false|×|✗|✘)(?:呢|的)?$/u

const affirming = /^(?:是|有|已经|已|具备|具有)+/u
const denying = /^(?:还没有|还没|没有|没|尚未|未|不是|不具备|不|无)/u
/** Whoever says one of these has not simply said yes or no. */
const wavering = /没|不|未|无|部分|基本|快|差|正在|中$|还|可能|应该|大概|但|或|一半/u

/** Whether the words are the fact's own, so that they add nothing to the yes or no before them. */
function isOfFact(words: string, { prompt, yes: whenYes, no: whenNo }: BoolFact): boolean {
  return words !== '' && [...words].every((sign) => `${prompt}${whenYes}${whenNo}过了的`.includes(sign))
}

/** What several things must hold for, one of them doesn't prove; where any one does, its lack doesn't disprove. */
const asksForAny = ({ prompt }: BoolFact): boolean => prompt.includes('或')
const asksForAll = (fact: BoolFact): boolean => !asksForAny(fact) && /和|、|，并/u.test(fact.prompt)

/** Reads a yes or no, alone or with the fact's own words: 有, 还没, 已经注册了. Nothing where it is neither. */
export function readClaim(fact: BoolFact, typed: string): boolean | undefined {
  const text = foldWidth(typed).toLowerCase().replace(/\s/gu, '').replace(closing, '').replace(opening, '')
  if (text === fact.yes) return true
  if (text === fact.no) return false
  if (yes.test(text)) return true
  if (no.test(text)) return false
  const denied = denying.exec(text)?.[0]
  if (denied !== undefined) {
    const rest = text.slice(denied.length)
    return !asksForAny(fact) && !wavering.test(rest) && isOfFact(rest, fact) ? false : undefined
  }
  const affirmed = affirming.exec(text)?.[0] ?? ''
  const rest = text.slice(affirmed.length)
  const isSaid = affirmed !== '' || rest.endsWith('了')
  return isSaid && !asksForAll(fact) && !wavering.test(rest) && isOfFact(rest, fact) ? true : undefined
}

/** How people name the grade of a hospital beside the name of the option. */
const spoken: Record<string, RegExp> = {
  tertiary: /^(?:三级[特甲乙丙]?等?|三[特甲乙丙]等?)$/u,
  secondary: /^(?:二级[甲乙丙]?等?|二[甲乙丙]等?)$/u,
  primary: /^(?:一级[甲乙丙]?等?|一[甲乙丙]等?)$/u,
  unrated: /^(?:未定级|没有?定级|还没有?定级|没有?评级|未评级|没有等级|无等级|没有评定等级|不分等级)$/u,
}

/** Reads which of a fact's options is meant; nothing where it is none of them. */
export function readChoice({ options }: ChoiceFact, typed: string): string | undefined {
  const text = foldWidth(typed)
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(closing, '')
    .replace(opening, '')
    .replace(/^(?:是|为|属于)/u, '')
    .replace(/(?:综合|专科)?(?:医疗机构|医院|的)$/u, '')
    .replace(/[123](?=[级特甲乙丙])/u, (digit) => '一二三'[Number(digit) - 1]!)
  return options.find(({ value, label }) => text === label || text === value || spoken[value]?.test(text))?.value
}
