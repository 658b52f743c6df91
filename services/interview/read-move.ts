import { facts, type FactKey } from '../eligibility/facts.ts'
import type { Command } from './message.ts'
import type { Standing } from './standing.ts'

export type MoveName = 'back' | 'skip' | 'status' | 'cancel' | 'confirm' | 'edit'

/** A step in an interview other than an answer. */
export type Move = { name: MoveName; argument: string }

const names: readonly string[] = ['back', 'skip', 'status', 'cancel', 'confirm', 'edit'] satisfies MoveName[]

const spoken: [RegExp, MoveName][] = [
  [/^(?:返回|回到|回|退回)?(?:上一[题步个]|前一题)$|^(?:返回|后退|back)$/iu, 'back'],
  [/^(?:先)?(?:跳过|略过)(?:这一?题|本题)?吧?$|^(?:下一题|skip)$/iu, 'skip'],
  [/^(?:查看|看看|当前)?进度$|^(?:答到哪里?了|status|继续自查|接着自查)$/iu, 'status'],
  [/^(?:退出|取消|结束|停止|终止)(?:本次)?(?:自查)?$|^(?:不查了|不做了|cancel)$/iu, 'cancel'],
  [/^(?:确认|提交)(?:无误|提交|看结果)?$|^(?:确认，看结果|看结果|直接看结果|出结果|confirm)$/iu, 'confirm'],
]
/** At the summary a plain yes confirms. */
const agreed = /^(?:对|对的|是|是的|好|好的|没问题|没错|都对|无误|可以|ok|yes)$/iu

/** Reads a command or the plain words for it; undefined where the text is an answer or a question. */
export function readMove(text: string, command: Command | undefined, standing: Standing): Move | undefined {
  if (command)
    return names.includes(command.name) ? { name: command.name as MoveName, argument: command.argument } : undefined
  const plain = text.replace(/[。.！!\s]+$/u, '')
  const name = spoken.find(([pattern]) => pattern.test(plain))?.[1]
  if (name) return { name, argument: '' }
  if (standing.open === undefined && agreed.test(plain)) return { name: 'confirm', argument: '' }
  const argument = /^(?:我要|我想|请)?(?:修改|更改|更正|改一下|改)[:：]?(.*)$/u.exec(plain)?.[1]
  const isEdit = argument !== undefined && (argument === '' || editedKeys(argument, standing).length > 0)
  return isEdit ? { name: 'edit', argument } : undefined
}

/** The questions asked so far that a name means: the key itself, or those whose label holds it. */
export function editedKeys(name: string, { path }: Standing): FactKey[] {
  const exact = path.filter((key) => key.toLowerCase() === name.toLowerCase() || facts[key].label === name)
  return exact.length > 0 || name.length < 2 ? exact : path.filter((key) => facts[key].label.includes(name))
}
