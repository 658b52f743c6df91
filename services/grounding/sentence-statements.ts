import { comma, cutStatements } from './clause-source.ts'
import { leadInOf } from './loose-words.ts'
import { evenedOut, plainText } from './plain-text.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a sentence states, for comparison, and what leads in to it, in words of our own. */
export type Statement = { text: string; tokens: Token[]; leadIns: string[] }

/** Cuts a sentence where one statement ends. @param names What a lead-in may name, see `ClauseSource`. */
export function statementsOf(sentence: string, names: readonly string[]): Statement[] {
  return cutStatements(evenedOut(plainText(sentence)))
    .map((statement) => {
      const parts = statement.split(comma)
      const leadIns: (string | undefined)[] = []
      while (parts.length > 0 && leadInOf(parts[0]!, names) !== undefined) leadIns.push(leadInOf(parts.shift()!, names))
      const [first = '', ...rest] = parts
      const { leadIn, text } = withoutLeadIn(first, names)
      return { text: [text, ...rest].join(','), leadIns: [...new Set([...leadIns, leadIn])].filter(isThere) }
    })
    .map((statement) => ({ ...statement, tokens: tokensOf(statement.text) }))
    .filter(({ tokens }) => tokens.length > 0)
}

const isThere = (leadIn: string | undefined): leadIn is string => leadIn !== undefined

/** 根据2025年通知 may stand before the first words without a comma. */
function withoutLeadIn(part: string, names: readonly string[]): { leadIn?: string | undefined; text: string } {
  const lead = /^(?:根据|按照|依据)[^，,]*?(?:通知|方案)(?:要求|规定|明确|提出)?/u.exec(part)?.[0]
  const leadIn = lead && leadInOf(lead.replace(/(?:要求|规定|明确|提出)$/u, ''), names)
  return leadIn === undefined ? { text: part } : { leadIn, text: part.slice(lead!.length) }
}
