import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { type Outline, outlineOf } from './sections.ts'
import { isGeneric } from './words.ts'

/** A programme that a notice opens and the clause under which all that is its own stands. */
export type Mention = Notice['programmes'][number] & {
  /** What it is called for short, where parts of the notice are told apart by it: 工作室. */
  name?: string
}

const conditionsOf = /^(?<name>.{2,14}?)(?:的)?(?:申报|申请|认定|准入)?(?:条件|资格|要求|对象)$/u
const common =
  /还|应|须|类$|之一|下列|以下|申报|申请|基本|共同|一般|通用|其他|认定|准入|推荐|单位|项目$|企业|人员|主体|支持|人$|者$/u

/** 二、培训基地申报条件 and 三、工作室申报条件: the programmes that the headings name. */
function byHeading({ notice, kinds, childrenOf }: Outline, only: Mention): Mention[] {
  const named = notice.clauses.flatMap((clause) => {
    const name =
      clause.kind === 'heading' && kinds.get(clause.id) === 'conditions'
        ? conditionsOf.exec(clause.heading)?.groups?.['name']
        : undefined
    return name === undefined || common.test(name) || isGeneric(name) || childrenOf(clause.id).length === 0
      ? []
      : [{ clause, name }]
  })
  const siblings = [...Map.groupBy(named, ({ clause }) => clause.parent).values()].find((list) => list.length > 1) ?? []
  return siblings.map(({ clause, name }, at) => ({
    id: `${only.id}-${at + 1}`,
    title: `${only.title}（${name}）`,
    section: clause.id,
    name,
  }))
}

const shortFor = /（以下简称[“"]?(?<name>[^（）“”"]{2,12})[”"]?）/gu

/** 缴存补贴 and 租房补贴, which the notice names for short and asks of each by that name, in articles of one list. */
function byShortName({ notice, kinds }: Outline, only: Mention): Mention[] {
  const names = new Set(
    notice.clauses
      .slice(0, 6)
      .flatMap(({ text }) => [...text.matchAll(shortFor)].map(({ groups }) => groups!['name']!)),
  )
  const asked = notice.clauses.filter(
    (clause) => clause.kind !== 'heading' && /^(?:conditions|applicants)$/u.test(kinds.get(clause.id) ?? ''),
  )
  const told = [...names].filter(
    (name) =>
      notice.title.includes(name) &&
      asked.some(({ text }) => [...names].every((one) => text.slice(0, 24).includes(one) === (one === name))),
  )
  return told.map((name, at) => ({
    id: `${only.id}-${at + 1}`,
    title: `${only.title}（${name}）`,
    section: '',
    name,
  }))
}

/** Programmes that stand under one heading each, where the notice names only what they are together. */
export function mentionsOf(notice: Notice): Mention[] {
  const named: Mention[] =
    notice.programmes.length > 0 ? notice.programmes : [{ id: notice.id, title: notice.title, section: '' }]
  const [only] = named
  if (!only || named.length > 1 || only.section !== '') return named
  const outline = outlineOf(notice, '')
  const told = byHeading(outline, only)
  if (told.length > 1) return told
  const asks = ({ id }: Clause) =>
    outline.childrenOf(id).some((child) => /^(?:conditions|applicants)$/u.test(outline.kinds.get(child.id) ?? ''))
  const parts = notice.clauses.filter(
    (clause) =>
      clause.kind === 'heading' &&
      !clause.id.startsWith('a') &&
      outline.kinds.get(clause.id) === undefined &&
      asks(clause),
  )
  const several = [...Map.groupBy(parts, ({ parent }) => parent).values()].find((list) => list.length > 1)
  const short = several ? [] : byShortName(outline, only)
  if (short.length > 1) return short
  if (!several) return named
  return several.map(({ id, heading }, at) => ({
    id: `${only.id}-${at + 1}`,
    title: `${only.title}（${heading}）`,
    section: id,
    name: heading,
  }))
}
