import { plainChoices } from './plain-choices.ts'
import type { Wording } from '../answering/understand/question.ts'

/** Kinds of value of which people ask for one by the name of another. */
const families: Readonly<Record<string, string>> = { year: 'date', clock: 'date' }
/** Measure words of time: 几个月 asks how long. */
const ofTime = /^(?:个?月|年|天|日|周|个?(?:工作日|自然日|小时|分钟|钟头|星期|学期))$/u
const howLong = /多长|多久/u

/** Words that ask for a sum; a question that merely speaks of money may ask anything of it. */
const howMuch = /多少|几|金额|上限|额度|标准|规模|封顶|价|钱[？?]?$|how much/u

const who =
  /谁|哪一?位|(?:什么|哪些|哪类|哪几类|哪家|哪个|啥)(?:样的|类型的?)?(?:单位|企业|公司|人|医院|机构|高校|学校|大学|部门|主体)|对象/u
const how = /怎么|如何|怎样|咋|流程|步骤|手续|程序/u
/** What is counted without a measure word. */
const undertakings = /(?:多少|几)个?(?:项目|课题)/u
/** 能告诉我截止时间吗 asks for the day. */
const asksToTell = /告诉|说一?下|讲一?下|介绍|请教/u
const which = /什么|哪|啥|(?<!十)几(?!十|乎)|多少|多[久长大高]|怎|如何|谁/u
const yesOrNo = /吗|(?<![什怎那这多])么|能否|可否|是否|(\p{Script=Han})[不没]\1|不[？?]?$/u

/**
 * What a question waits for: a kind of value (`date`, `duration`, `email`, `money`, `count件` …), `number` for any figure, or
 * else `who`, `how`, `which`, `yes-no`; empty where its wording doesn't say.
 *
 * @param text Folded.
 */
export function formOf({ text, value }: Pick<Wording, 'text' | 'value'>): string {
  const { kind, unit } = value
  const offers = yesOrNo.test(text) || plainChoices(text) !== text
  if (offers && !which.test(text) && !who.test(text) && !asksToTell.test(text)) return 'yes-no'
  if (kind === 'count' && /^[份本套]$/u.test(unit)) return 'count份'
  if (kind === 'count') return ofTime.test(unit) ? 'duration' : `count${unit}`
  if (kind === 'date' && howLong.test(text)) return 'duration'
  if (kind === 'number' && undertakings.test(text)) return 'count项目'
  if (kind !== 'text' && (kind !== 'money' || howMuch.test(text))) return families[kind] ?? kind
  if (who.test(text)) return 'who'
  if (how.test(text)) return 'how'
  return which.test(text) ? 'which' : ''
}

const withoutValue = new Set(['', 'who', 'how', 'which', 'yes-no'])
/** Forms that no value and not each other answer: whether, and who. */
const named = new Set(['yes-no', 'who'])
const figures = /^(?:count|money|percent|number)/u

/** Whether a form names a kind of value. */
export const isValue = (form: string): boolean => !withoutValue.has(form)

/** Whether two questions may wait for the same: 多少 asks for any figure; who asks for no value may mean any. */
export function formsAgree(one: string, other: string): boolean {
  if (one === other) return true
  if (named.has(one) || named.has(other))
    return !(named.has(one) || isValue(one)) || !(named.has(other) || isValue(other))
  if (!isValue(one) || !isValue(other)) return true
  return (one === 'number' && figures.test(other)) || (other === 'number' && figures.test(one))
}
