import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { contactNames, replies } from '../../../prompts/replies.ts'
import type { Quoted } from '../decide/finding.ts'

/** Characters of the English line before a quotation. */
const longestGist = 200

/**
 * The English line before quoted clauses: the figures and days that they state, where what is counted has been translated;
 * else how to reach whom they name; else what they are on.
 */
export function gistOf(shown: readonly Quoted[], aspects: readonly Aspect[]): string {
  const told = figuresOf(shown.flatMap(({ stated }) => stated))
  if (told !== '') return told
  const contacts = aspects.includes('contact') ? contactsOf(shown) : ''
  if (contacts !== '') return contacts
  const named = aspects.flatMap((aspect) => replies.aspectsEnglish[aspect] ?? [])
  return named.length > 0 ? replies.onEnglish(named.join(' and ')) : replies.saysEnglish
}

/** The figures and days of statements that can be told in English, a sentence each; '' where none can. */
export const figuresOf = (statements: readonly Statement[]): string =>
  within([...new Set(statements.flatMap(inEnglish))])

/** A statement in English, where it can be said without a word of Chinese. */
function inEnglish(statement: Statement): string[] {
  const [told = ''] = wordStatement(statement, 'en').split(' — “')
  const isNamed = statement.kind === 'deadline' || told.includes(': ')
  return isNamed && !/\p{Script=Han}/u.test(told) ? [told.endsWith('.') ? told : `${told}.`] : []
}

/** As many sentences as fit, from the first. */
function within(sentences: readonly string[]): string {
  const kept = sentences.filter((_, at) => lengthOf(sentences.slice(0, at + 1).join(' ')) <= longestGist)
  return kept.join(' ')
}

function contactsOf(shown: readonly Quoted[]): string {
  const found = shown.flatMap(({ excerpt }) => readContacts(excerpt))
  const parts = found.flatMap(({ kind, text }) => {
    const name = contactNames[kind]
    return name === undefined ? [] : [`${name}: ${text}`]
  })
  return parts.length > 0 ? `${parts.join('; ')}.` : ''
}
