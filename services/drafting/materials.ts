import type { Clause } from '../../knowledge/parsing/clause.ts'
import { wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'

const naming = /名称|材料|资料|内容|文件/u
const numbering = /^(?:序号|编号|No\.?)$/u
const whom = /适用|项目|类别|对象/u

type Material = { words: string; quoted: { quote: string; section?: string } }

/** 营业执照（复印件） of a row: what it is called, and how it must be. */
function wordsOfRow({ cells = {} }: Clause): string {
  const heads = Object.keys(cells).filter((head) => !numbering.test(head))
  const name = heads.find((head) => naming.test(head)) ?? heads[0]
  if (name === undefined) return ''
  const rest = heads.flatMap((head) => (head === name || whom.test(head) ? [] : (cells[head] ?? '').trim() || []))
  return `${cells[name]!.trim()}${rest.length > 0 ? `（${rest.join('；')}）` : ''}`
}

/** A row for another class: A, B under 适用项目 where the programme is called by a letter. */
const isForOthers = ({ cells = {} }: Clause, name: string | undefined): boolean => {
  const letter = /[A-Za-z甲乙丙丁]$/u.exec(name ?? '')?.[0]
  const cell = Object.entries(cells).find(([head]) => whom.test(head) && !naming.test(head))?.[1]
  return (
    letter !== undefined && cell !== undefined && /^[A-Za-z甲乙丙丁、，,\s]+$/u.test(cell) && !cell.includes(letter)
  )
}

const number = /[①-⑳]|[（(]\d{1,2}[）)]/gu

/** 申报书；②营业执照；③审计报告。材料请寄至…: each paper that an entry lists on one line; what it says behind them is none. */
function listedIn(clause: Clause): { start: number; end: number }[] {
  const start = wordsStart(clause)
  const { length } = clause.text
  const stop = clause.text.indexOf('。', start)
  const end = stop < 0 ? length : stop
  const marks = [...clause.text.matchAll(number)].filter(({ index }) => index >= start && index < end)
  if (marks.length < 2) return [{ start, end: length }]
  const [first] = marks
  const before = first!.index > start ? [{ from: start, to: first!.index }] : []
  const listed = marks.map(({ index, 0: mark }, at) => ({ from: index + mark.length, to: marks[at + 1]?.index ?? end }))
  return [...before, ...listed].map(({ from, to }) => ({ start: from, end: to }))
}

/** Entries of the part about materials: items, rows of a table, and lines of a list without numbers. */
export function materialsIn({ notice, name, kinds, isWithin, isOwn, childrenOf }: Outline): Material[] {
  let lead = { text: '', parent: '' }
  return notice.clauses.flatMap((clause): Material[] => {
    if (kinds.get(clause.id) !== 'materials' || !isWithin(clause) || childrenOf(clause.id).length > 0) return []
    if (clause.kind === 'row')
      return isForOthers(clause, name) ? [] : [{ words: wordsOfRow(clause), quoted: quoteOf(notice, clause) }]
    if (clause.kind === 'paragraph' && /[：:]$/u.test(clause.text))
      lead = { text: clause.text, parent: clause.parent ?? '' }
    const isListed = lead.text !== '' && lead.parent === clause.parent && clause.text.length <= 60 && isOwn(lead.text)
    const isLine = clause.kind === 'paragraph' && isListed && /[；;。]$/u.test(clause.text)
    if (clause.kind !== 'item' && !isLine) return []
    return listedIn(clause).flatMap(({ start, end }) => {
      const words = clause.text
        .slice(start, end)
        .replace(/[；;。]+$/u, '')
        .trim()
      return words.length < 3 ? [] : [{ words, quoted: quoteOf(notice, clause, start, end) }]
    })
  })
}
