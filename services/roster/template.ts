import { annexTitle, type Catalogue, type Entry } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'

/** A paper that a notice prescribes in an annex: its title, its sections in order, and what closes it. */
export type Template = {
  /** What the notice calls it: 工作总结. */
  name: string
  /** The annex. */
  entry: Entry
  /** Its title as printed, with the places that are to be filled: xx单位关于XX项目工作总结. */
  title: string
  sections: TemplateSection[]
  /** Lines after the last section: what is attached, signature, date, contact. */
  closing: Entry[]
}

/** A section with what is to stand in it, both as printed. */
export type TemplateSection = { entry: Entry; heading: string; guidance: string[] }

const called = /模[板版]|提纲|大纲|范本|样本|样式|格式/u
const blank = /(?:[xX×＊*]{2,}|某某|[_＿]{2,}|[〇○]{2,})\s*(?:单位|项目|公司|医院|学校|企业|机构)/u
const fewestSections = 2

/** The papers that a notice prescribes by sections: in annexes, or as a list in its own text. */
export function templatesOf(catalogue: Catalogue, notice: Notice): Template[] {
  const own = catalogue.entries.filter((entry) => entry.notice === notice)
  const annexes = own.filter(({ clause, parent }) => parent === undefined && /^a\d+$/u.test(clause.id))
  return [
    ...annexes.flatMap((annex) => annexTemplate(catalogue, annex) ?? []),
    ...own.flatMap((entry) => listedTemplate(entry) ?? []),
  ]
}

const listing =
  /(\p{Script=Han}{2,12}(?:总结|报告|方案|说明|计划))(?:应当?|需要?|须|主要)?(?:包括|包含|写明|载明)[^。；：:]{0,10}[：:]$/u

/** 年度报告应当包括：1.经营情况 … */
function listedTemplate(entry: Entry): Template | undefined {
  const name = listing.exec(entry.clause.text)?.[1]
  const heads = entry.children.filter(({ clause }) => clause.marker !== undefined)
  if (name === undefined || heads.length < fewestSections) return undefined
  const sections = heads.map((head) => ({ entry: head, ...sectionOf(head) }))
  return { name, entry, title: `××单位${name}`, sections, closing: [] }
}

function annexTemplate(catalogue: Catalogue, annex: Entry): Template | undefined {
  const { notice, clause, children } = annex
  const title = clause.heading || clause.text.replace(clause.marker ?? '', '').trim()
  const listed = annexTitle(notice, clause.id)
  const isCalled = called.test(`${listed}${title}`) || pointsTo(catalogue, annex) || blank.test(title)
  const heads = children.filter((child) => child.clause.marker !== undefined && child.clause.kind !== 'row')
  if (!isCalled || heads.length < fewestSections || children.some((child) => child.clause.kind === 'row'))
    return undefined
  return {
    name: nameOf(listed || title),
    entry: annex,
    title,
    sections: heads.map((entry) => ({ entry, ...sectionOf(entry) })),
    closing: children.slice(children.indexOf(heads.at(-1)!) + 1),
  }
}

/** Whether a clause of the notice says that the annex is to be followed: 开展工作总结（模板见附件1）. */
function pointsTo({ entries }: Catalogue, { notice, clause }: Entry): boolean {
  const number = clause.id.slice(1)
  const pattern = new RegExp(
    `[（(][^（）()]{0,8}(?:模[板版]|提纲|大纲|范本|样式|格式)[^（）()]{0,4}附件${number}(?!\\d)`,
    'u',
  )
  return entries.some((entry) => entry.notice === notice && !entry.clause.id.startsWith('a') && pattern.test(entry.own))
}

/** 工作总结 of 工作总结模板, 建设方案 of 建设方案（编写提纲）. */
const nameOf = (title: string): string =>
  title
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(new RegExp(`(?:编写|撰写|填写)?(?:${called.source}|文本)+$`, 'u'), '')
    .replace(new RegExp(`^.*${blank.source}`, 'u'), '')
    .trim() || title

/** A heading's own words and the lines under it; an item that runs on is split after its first stop. */
function sectionOf({ clause, children }: Entry): { heading: string; guidance: string[] } {
  const below = children.flatMap(linesOf)
  const text = clause.text.replace(clause.marker ?? '', '').trim()
  const heading =
    clause.heading || (/^[^。：:；，]{1,24}(?=[。：:，])/u.exec(text)?.[0] ?? text.replace(/[。；]$/u, ''))
  const rest = clause.kind === 'heading' ? '' : text.slice(heading.length).replace(/^[。：:，；\s]+|；$/gu, '')
  return { heading: `${clause.marker ?? ''}${heading}`, guidance: [...(rest === '' ? [] : [rest]), ...below] }
}

const linesOf = ({ clause, children }: Entry): string[] => [clause.text, ...children.flatMap(linesOf)]

/** The places of a printed line filled in: xx单位 with the unit, XX项目 with its project. */
export function fillBlanks(text: string, unit: string, project: string): string {
  const places = /(?:[xX×＊*]{2,}|某某|[_＿]{2,}|[〇○]{2,})\s*(单位|公司|企业|医院|学校|机构|项目)/gu
  return text.replace(places, (printed, kind: string) => {
    if (kind !== '项目') return unit
    return project === '' ? printed : project.endsWith('项目') ? project : `${project}项目`
  })
}
