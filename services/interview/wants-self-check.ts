import { namesProgramme, readCheckRequest } from './read-check-request.ts'
import type { Message } from './message.ts'
import type { Titled } from './title-parts.ts'

const own = /我们|我院|我校|本院|本校|我单位|本单位|咱们|我家/u
const mayApply =
  /[能可]不?[能以]?.{0,8}(?:申报|申请|参加|报)|想要?(?:申报|申请|报名|参加)|符合|够格|够不够|有资格|有没有资格|合不合|满足/u
const help = /帮(?:我们?|忙).{0,4}(?:看看|查查|对照|核对|评估|判断)/u
/** What is a fact of the notices and no verdict: 帮我看看公示几天 asks for no check, 帮我看看还差多少 does. */
const asksFact = /^(?!.*(?:差|够|符合|达标|满足|资格)).*(?:[几谁啥]|多少|多久|什么|哪|何时)/u
const wished =
  /符不符合|是否符合条件|(?:想|要|怎么|如何|怎样|开始|做|帮我|帮我们|帮忙|给我|给我们).{0,3}(?:自查|自测|自评)/u
/** So short, whoever asks means their own unit: 能不能报, 够不够格. */
const bare =
  /^(?:那|请问|现在|今年|到底|还|我们?)*(?:(?:能不能|能否|可不可以|可以|能|有没有资格|有资格|符不符合|符合)(?:条件|申?报|申请|参加)+|够不够(?:格|资格)|够格|够资格|有没有资格|有资格)(?:的)?[吗么嘛呢]?$/u
const asksHow = /怎么|如何|怎样/u

const wishes = (text: string): boolean => wished.test(text) || (help.test(text) && !asksFact.test(text))

/** A message's clauses without signs. */
const clausesOf = (text: string): string[] =>
  text
    .replace(/（.*?）|\(.*?\)/gu, '')
    .split(/[，,。；;！!\n]/u)
    .map((part) => part.replace(/[?？\s]/gu, ''))
    .filter((part) => part !== '')

/** Whether someone asks of their own unit if it may apply, or to be checked: 我们医院能申报吗, 帮我看看符不符合. */
export const asksForSelfCheck = (text: string): boolean =>
  (own.test(text) && mayApply.test(text)) || wishes(text) || bare.test(clausesOf(text).at(-1) ?? '')

/** Whether a message asks for the self-check by its name, of a programme or not: 促进中心自查. 自查报告怎么写 asks something else. */
export function asksByName(text: string, programmes: readonly Titled[]): boolean {
  const clauses = clausesOf(text)
  return clauses.length === 1 && readCheckRequest(clauses[0]!, programmes) === 'named'
}

/**
 * Whether nothing else is asked than to be checked, so that the self-check may begin at once: 帮我看看符不符合, or a
 * sentence that ends in 我们医院能申报吗. 我们可以同时申报两个吗 asks something of the notices.
 */
export function wantsSelfCheck(text: string, programmes: readonly Titled[]): boolean {
  const last = clausesOf(text).at(-1) ?? ''
  if (last === '') return false
  if (readCheckRequest(last, programmes, own.test(text)) !== undefined || bare.test(last)) return true
  return wishes(last) && !asksHow.test(last)
}

const checks = /自查|自测|自评|自检/u

/**
 * Whether the notice spoken of opens no programme and has a check of its own, which the message means unless it names a
 * programme or their own unit: 学校自查呢 asks what a plan says of it.
 */
export function meansCheckOfNotice({ text, known, state }: Message): boolean {
  const spokenOf = known.catalogue.notices.find(({ id }) => id === state.memory.scope?.notice)
  return (
    spokenOf !== undefined &&
    checks.test(text) &&
    !own.test(text) &&
    !known.programmes.some(({ notice }) => notice === spokenOf.id) &&
    spokenOf.clauses.some((clause) => checks.test(clause.text)) &&
    !namesProgramme(clausesOf(text).at(-1) ?? '', known.programmes)
  )
}
