import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import { keyNamed } from './answers/read-correction.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import type { Command } from './message.ts'
import type { Move, MoveName } from './move.ts'
import { agrees, ofVerdict, saysBothRight, stepIn, steps } from './spoken-moves.ts'
import type { Standing } from './standing.ts'

const commands: readonly string[] = ['back', 'skip', 'status', 'cancel', 'confirm', 'edit'] satisfies MoveName[]

/** Reads a command or the plain words for it; undefined where the text is an answer or a question. */
export function readMove(text: string, command: Command | undefined, standing: Standing): Move | undefined {
  if (command)
    return commands.includes(command.name) ? { name: command.name as MoveName, argument: command.argument } : undefined
  const plain = text.replace(/[。.！!？?\s]+$/u, '')
  if (standing.doubt && saysBothRight(plain)) return { name: 'accept', argument: '' }
  if (standing.open === undefined && agrees(plain)) return { name: 'confirm', argument: '' }
  const name = stepIn(steps, plain) ?? stepIn(ofVerdict, plain)
  if (name) return { name, argument: '' }
  return readEdit(plain, standing)
}

/** Reads what may be asked of a verdict: 还差多少, 要准备什么, 改一个回答. */
export function readAfterVerdict(text: string, standing: Standing): Move | undefined {
  const plain = text.replace(/[。.！!？?\s]+$/u, '')
  const goingOn = stepIn(steps, plain)
  const name = stepIn(ofVerdict, plain) ?? (goingOn === 'skip' ? undefined : goingOn)
  return name ? { name, argument: '' } : readEdit(plain, standing)
}

function readEdit(plain: string, standing: Standing): Move | undefined {
  const argument =
    /^(?:我要|我想|请)?(?:修改|更改|更正|改一下|改)[:：]?(.*)$/u.exec(plain)?.[1] ??
    /^(?:please )?(?:change|edit|correct)[: ]+(?:the |our |my )?(.+?)(?: to .+)?$/iu.exec(plain)?.[1]
  const isWrong = /^(.{2,16}?)(?:那?一?[项题个条])?(?:的回答|的答案)?(?:是|填|写|答|说)?(?:错了?|错的|不对|有误|要改)$/u
  const wrong = isWrong.exec(plain)?.[1] ?? /^(?:the )?(.{2,40}?) is (?:wrong|not right)$/iu.exec(plain)?.[1]
  if (wrong !== undefined && argument === undefined) return readEdit(`修改${wrong}`, standing)
  if (argument === undefined) return undefined
  if (argument === '' || /^(?:一?个)?(?:回答|答案)$|^an answer$/iu.test(argument)) return { name: 'edit', argument: '' }
  return editedKeys(argument, standing).length > 0 ? { name: 'edit', argument } : undefined
}

/** The questions asked so far that a name means: the key itself, its number, or those whose name holds it. */
export function editedKeys(name: string, standing: Standing): FactKey[] {
  const path = askedSoFar(standing)
  const { facts } = standing
  const textsOf = (key: FactKey, language?: 'zh' | 'en') => factTexts(factAt(facts, key), language)
  const isLabel = (key: FactKey) => (['zh', 'en'] as const).some((one) => textsOf(key, one).label === name)
  const exact = path.filter((key) => key.toLowerCase() === name.toLowerCase() || isLabel(key))
  if (exact.length > 0 || name.length < 2) return exact
  const partly = path.filter((key) => textsOf(key).label.includes(name) || isEnglishNameOf(textsOf(key, 'en'), name))
  if (partly.length > 0) return partly
  const key = keyNamed(name, { facts, path, last: undefined, open: undefined, limitsOf: () => [] })
  return key ? [key] : []
}

/** Whether words are a part of what a question is called in English: patents, income. */
function isEnglishNameOf({ label, unit = '', spokenAs }: ReturnType<typeof factTexts>, name: string): boolean {
  const isWhole = new RegExp(`\\b${name.replace(/[^a-z0-9 ]/giu, '.')}\\b`, 'iu')
  return /^[a-z]/iu.test(name) && [label, unit, ...spokenAs].some((one) => isWhole.test(one))
}

/** The questions that were asked or answered, as people count them. */
export const askedSoFar = ({ path, given, facts }: Standing): FactKey[] =>
  Object.keys(facts).filter((key) => path.includes(key) || given.includes(key))
