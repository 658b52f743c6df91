import { fold } from '../../knowledge/finding/catalogue.ts'
import type { RosterRow } from './roster.ts'
import { cellOf } from './roster.ts'

/** How a notice wants a mail titled: 「项目-单位」, and the words that say so, verbatim. */
export type MailTitle = { pattern: string; said: string }

const quoted =
  /(?:电子)?(?:邮件|邮箱|电子版)[^“”「」。；\n]{0,6}(?:标题|主题|题目|名称)[^“”「」。；\n]{0,12}[“「]([^”」]{2,60})[”」](?:[^“”「」，。；）)\n]{0,8})/u

/** Reads how a text wants mails titled. */
export function mailTitleIn(text: string): MailTitle | undefined {
  const found = quoted.exec(text)
  return found ? { pattern: found[1]!, said: found[0] } : undefined
}

const joints = /([\s+＋·—–－_＿/、-]+)/u
/** Words that stand for something else than themselves. */
const generic =
  /^(?:.{0,6}(?:单位|名称|姓名|名字|类型|类别|年度|年份|序号|编号|项目|电话|手机|日期|区县|地区|城市|批次|联系人|负责人|方向|学校|学院|班级|企业|公司|机构|医院))$/u
const isUnitWord = /^(?:.{0,4}(?:单位|企业|公司|机构|医院|学校|高校|院校)(?:名称|全称)?|名称)$/u
const core = (name: string): string => fold(name).replace(/(?:名称|全称)$/u, '')

/**
 * A mail's title for one row: what the pattern stands for in place of its words. What the row doesn't say stays in
 * 〔brackets〕 for people to fill in.
 */
export function writeMailTitle({ pattern }: MailTitle, row: RosterRow): string {
  return pattern
    .split(joints)
    .map((part) =>
      joints.test(part) || part === '' ? part : (valueOf(part, row) ?? (generic.test(part) ? `〔${part}〕` : part)),
    )
    .join('')
}

/** What a word of the pattern stands for, by the header of a column that it names. */
function valueOf(word: string, row: RosterRow): string | undefined {
  const { unit, number, labels } = row.roster.columns
  const asked = core(word)
  const isOf = (header: string): boolean => core(header) === asked || (asked !== '' && core(header).endsWith(asked))
  if (isUnitWord.test(word) || isOf(unit)) return row.unit
  const label = labels.find((header) => core(header) === asked) ?? labels.find((header) => fold(header).includes(asked))
  if (label !== undefined) return cellOf(row, label) || undefined
  const isNumber = number !== undefined && (isOf(number) || /^(?:序号|编号)$/u.test(word))
  return isNumber && row.seq !== undefined ? String(row.seq) : undefined
}
