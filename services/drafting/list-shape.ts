import type { Clause } from '../../knowledge/parsing/clause.ts'
import { modeOf } from './mode-of.ts'
import type { Need } from './need.ts'
import { type Kind, leadOf, wordsStart } from './own-entries.ts'
import { isNoun } from './read-applicants.ts'
import type { Outline } from './sections.ts'

/** （一）下列成果中的两项：, over lines without numbers that stand beside it. */
export const opensLines = (
  outline: Outline,
  { id, kind, text }: Clause,
  next: Clause | undefined,
  lead?: Clause,
): boolean =>
  kind === 'item' &&
  leadOf(text) !== '' &&
  next?.kind === 'paragraph' &&
  /[；;]$/u.test(next.text.trim()) &&
  outline.childrenOf(id).length === 0 &&
  ['all', undefined].includes(lead && (modeOf(leadOf(lead.text)) as 'all' | undefined))

/** A line without a number in a list that a line before it opens: all but the last end with a semicolon. */
export const isListed = ({ kind, text }: Clause, lead: Clause | undefined, run: readonly Clause[]): boolean =>
  kind === 'paragraph' &&
  lead !== undefined &&
  leadOf(text) === '' &&
  (/[；;]$/u.test(text.trim()) ? run.every(isLine) : run.length > 0 && run.every(isLine))
const isLine = ({ marker, text }: Clause): boolean => marker === undefined && /[；;]$/u.test(text.trim())

/** 六类中的四类，且第①类为必选. */
export function withRequired(lead: string, needs: readonly Need[], group: Need): Need {
  const sign = /第(?<at>[①-⑨]|[一二三四五六七八九]|\d)[类项个]?为?必/u.exec(lead)?.groups?.['at']
  if (sign === undefined) return group
  const at =
    '①②③④⑤⑥⑦⑧⑨'.indexOf(sign) >= 0
      ? '①②③④⑤⑥⑦⑧⑨'.indexOf(sign)
      : '一二三四五六七八九'.indexOf(sign) >= 0
        ? '一二三四五六七八九'.indexOf(sign)
        : Number(sign) - 1
  const required = needs[at]
  return required ? { all: [required, group] } : group
}

/** 申报对象：1.高校；2.科研院所: a list of who may apply names each of them, and one is enough. */
export const isCategories = (run: Clause[], kind: Kind): boolean =>
  kind === 'applicants' &&
  run.every((child) => child.heading !== '' || isNoun(child.text.slice(wordsStart(child)).replace(/[。；;]$/u, '')))
