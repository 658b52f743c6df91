import { lengthOf } from '../../../knowledge/language/characters.ts'
import { readAspects } from './read-aspects.ts'

const interrogative =
  /多少|什么|哪|谁|几|怎么|如何|怎样|啥|咋|吗|是否|是不是|能不能|有没有|要不要|行不行|够不够|可不可以|多[久长大高]/u
const between = /[，,；;。！!？?\n]+|\s{1,}|(?<=.{2})(?:以及|还有|和|跟|与|、)(?=.{2})/u
/** Asks looked at in one message. */
const mostAsks = 3

/**
 * The several things that one message asks for: 名额和截止日期, 邮箱是多少 送到几楼. What asks nothing is left out. Fewer than
 * two are none.
 */
export function asksIn(text: string): string[] {
  const parts = text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => lengthOf(part) >= 2 && (interrogative.test(part) || readAspects(part).aspects.size > 0))
  return parts.length >= 2 ? parts.slice(0, mostAsks) : []
}
