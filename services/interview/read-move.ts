import { type FactKey, factKeys } from '../eligibility/facts.ts'
import { keyNamed } from './answers/read-correction.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import type { Command } from './message.ts'
import type { Standing } from './standing.ts'

export type MoveName =
  'back' | 'skip' | 'status' | 'stay' | 'cancel' | 'confirm' | 'edit' | 'accept' | 'missing' | 'prepare'

/** A step in an interview other than an answer. */
export type Move = { name: MoveName; argument: string }

const commands: readonly string[] = ['back', 'skip', 'status', 'cancel', 'confirm', 'edit'] satisfies MoveName[]

const spoken: [RegExp, MoveName][] = [
  [/^(?:返回|回到|回|退回)?(?:上一[题步个]|前一题)$|^(?:返回|后退|back|go back|previous)$/iu, 'back'],
  [/^(?:先)?(?:跳过|略过)(?:这一?题|本题)?吧?$|^(?:下一题|skip|skip (?:it|this)|not sure, skip)$/iu, 'skip'],
  [/^(?:查看|看看|当前)?进度$|^(?:答到哪里?了|status|progress)$/iu, 'status'],
  [/^(?:继续|接着|接着来|继续答|go on|continue)(?:自查|吧)?$/iu, 'stay'],
  [
    /^(?:我要|我想)?(?:退出|取消|结束|停止|终止)(?:本次|这次)?(?:自查)?吧?$|^(?:不查了|不做了|不答了|算了|cancel|quit|exit|stop|leave)$/iu,
    'cancel',
  ],
  [
    /^(?:确认|提交)(?:无误|提交|看结果)?$|^(?:确认，看结果|看结果|直接看结果|出结果|confirm|confirm, show the result)$/iu,
    'confirm',
  ],
]
/** At the summary a plain yes confirms. */
const agreed = /^(?:对|对的|是|是的|好|好的|嗯+|没问题|没错|都对|无误|可以|ok|yes|yep|all right|correct|looks good)$/iu
/** Where two answers don't fit together. */
const bothRight = /^(?:两项|两个)?(?:都)?(?:没错|没问题|是对的|对的?|正确)$|^(?:both(?: are)? (?:right|correct))$/iu
/** After the verdict. */
const asked: [RegExp, MoveName][] = [
  [
    /^(?:我们|那)?(?:到底|具体)?(?:还|都)?(?:差|缺)(?:多少|什么|哪些|哪几项|哪里|些什么)(?:条件|东西)?(?:啊|呢|呀)?$|^差距(?:是多少|在哪里?)?$|^what(?:['’]s| is| are we)? missing$/iu,
    'missing',
  ],
  [
    /^(?:那|我们)?(?:都|还)?(?:要|需要|该|得)?(?:准备|交|提交|备)(?:些)?(?:什么|哪些)(?:材料|东西|资料)?(?:啊|呢|呀)?$|^准备清单$|^what (?:should we |do we need |do we have )?to prepare$|^what should we prepare$/iu,
    'prepare',
  ],
  [/^(?:我要|我想)?(?:改|修改|更改|换)(?:一?个|一下)?(?:回答|答案)$|^change an answer$/iu, 'edit'],
]

const spokenIn = (list: readonly [RegExp, MoveName][], plain: string): MoveName | undefined =>
  list.find(([pattern]) => pattern.test(plain))?.[1]

/** Reads a command or the plain words for it; undefined where the text is an answer or a question. */
export function readMove(text: string, command: Command | undefined, standing: Standing): Move | undefined {
  if (command)
    return commands.includes(command.name) ? { name: command.name as MoveName, argument: command.argument } : undefined
  const plain = text.replace(/[。.！!？?\s]+$/u, '')
  if (standing.doubt && bothRight.test(plain)) return { name: 'accept', argument: '' }
  const name = spokenIn(spoken, plain) ?? spokenIn(asked, plain)
  if (name) return { name, argument: '' }
  if (standing.open === undefined && agreed.test(plain)) return { name: 'confirm', argument: '' }
  return readEdit(plain, standing)
}

/** Reads what may be asked of a verdict: 还差多少, 要准备什么, 改一个回答. */
export function readAfterVerdict(text: string, standing: Standing): Move | undefined {
  const plain = text.replace(/[。.！!？?\s]+$/u, '')
  const goingOn = spokenIn(spoken, plain)
  const name = spokenIn(asked, plain) ?? (goingOn === 'skip' ? undefined : goingOn)
  return name ? { name, argument: '' } : readEdit(plain, standing)
}

function readEdit(plain: string, standing: Standing): Move | undefined {
  const argument =
    /^(?:我要|我想|请)?(?:修改|更改|更正|改一下|改)[:：]?(.*)$/u.exec(plain)?.[1] ??
    /^(?:change|edit)[: ]+(.+)$/iu.exec(plain)?.[1]
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
  const isLabel = (key: FactKey) => (['zh', 'en'] as const).some((one) => factTexts(key, one).label === name)
  const exact = path.filter((key) => key.toLowerCase() === name.toLowerCase() || isLabel(key))
  if (exact.length > 0 || name.length < 2) return exact
  const partly = path.filter((key) => factTexts(key).label.includes(name))
  if (partly.length > 0) return partly
  const key = keyNamed(name, { path, last: undefined, open: undefined, limitsOf: () => [] })
  return key ? [key] : []
}

/** The questions that were asked or answered, as people count them. */
export const askedSoFar = ({ path, given }: Standing): FactKey[] =>
  factKeys.filter((key) => path.includes(key) || given.includes(key))
