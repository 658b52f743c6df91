import { squeeze } from '../language/clean-text.ts'
import { organ } from './organs.ts'
import { type Reading, readOff } from './reading.ts'
import { normal, type SourceLine } from './source-lines.ts'

/** What the tables of government sites call a field (the national catalogue of information), the surest name first. */
const labels = {
  documentNumber: ['发文字号', '文号', '发文号', '文件编号', '发文编号'],
  issuer: [
    '发文机关',
    '制发机关',
    '发布机构',
    '发文单位',
    '发布单位',
    '发布部门',
    '制定机关',
    '公开主体',
    '来源',
    '信息来源',
  ],
  issued: ['成文日期', '发文日期', '印发日期', '公布日期', '颁布日期', '发布日期', '发布时间', '公开日期'],
  title: ['文件名称', '信息名称', '名称', '标题'],
  effectiveFrom: ['生效日期', '实施日期', '施行日期', '生效时间'],
  effectiveUntil: ['失效日期', '废止日期', '失效时间', '有效期至'],
} as const

export type Label = keyof typeof labels
export type Labelled = Partial<Record<Label, Reading>>

/** Fields of such tables that nothing is read from. */
const others = ['索引号', '信息索引', '分类', '主题词', '主题分类', '有效性', '公文种类', '体裁分类', '组配分类']
const all: string[] = [...Object.values(labels).flat(), ...others].toSorted((a, b) => b.length - a.length)
const spaced = all.map((label) => [...label].join('[ \\u3000]*')).join('|')
/** 「发布机构：上海市知识产权局」, several on a line. */
const pair = new RegExp(
  `(?<![\\p{Script=Han}])(${spaced})[ \\u3000]*[:：][ \\u3000]*(.*?)(?=$|[ \\u3000]{2,}|\\t|[ \\u3000](?:${spaced}|[\\p{Script=Han}]{2,6})[ \\u3000]*[:：])`,
  'gu',
)
/** Shorter names are those a site has for itself: 本站, 本网. */
const shortestOffice = 4
/** Lines from the top and from the end among which labels are looked for. */
const reach = { top: 60, end: 12 }

/** The fields that the text has in a table or list of labels, each as it stands there. */
export function readLabels(source: string, lines: readonly SourceLine[]): Labelled {
  const found = new Map<string, Reading>()
  const near = [...lines.slice(0, reach.top), ...lines.slice(Math.max(reach.top, lines.length - reach.end))]
  for (const line of near) {
    for (const [label, value] of pairsOf(source.slice(line.start, line.end))) {
      if (value !== '' && !found.has(label)) found.set(label, readOff(source, normal(value), line))
    }
  }
  const read: Labelled = {}
  for (const [field, names] of Object.entries(labels) as [Label, readonly string[]][]) {
    const name = names.find((one) => found.has(one))
    if (name !== undefined) read[field] = found.get(name)!
  }
  if (read.issuer && (read.issuer.value.length < shortestOffice || !organ.test(read.issuer.value))) delete read.issuer
  return read
}

/** Whether a row of a table is one of such labels and what they say. */
export const isLabelRow = (raw: string): boolean =>
  raw.includes('\t') && raw.split(/\t+\|?/u).some((cell) => all.includes(squeeze(cell).replace(/[:：]$/u, '')))

function pairsOf(raw: string): [label: string, value: string][] {
  const cells = raw.split(/\t+\|?/u).map((cell) => cell.trim())
  const inCells = cells.flatMap((cell, at): [string, string][] => {
    const label = squeeze(cell).replace(/[:：]$/u, '')
    return cells.length > 1 && all.includes(label) ? [[label, cells[at + 1] ?? '']] : []
  })
  return [
    ...inCells,
    ...[...raw.matchAll(pair)].map(([, label = '', value = '']): [string, string] => [squeeze(label), value]),
  ]
}
