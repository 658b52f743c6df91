import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Assessment, Source } from '../../services/eligibility/assessment.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { holdOn } from '../../services/eligibility/hold-on.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import { chatCode } from './chat-code.ts'
import { type Html, markup } from './html.ts'
import { renderPage } from './page-shell.ts'
import { renderRule } from './programme-rule.ts'
import { renderWindow, startButton } from './programme-window.ts'

type Rule = ResolvedProgramme['criteria'][number] | ResolvedProgramme['preferences'][number]

const preparationTitles: Record<Assessment['preparation'][number]['kind'], string> = {
  form: '要填的表',
  evidence: '证明材料',
  submission: '报送方式',
  contact: '联系人',
}

/** A programme as it is called on the pages: its title and year. */
export const nameOf = ({ title, year }: ResolvedProgramme): string => `${title}（${year}年）`

/** What the pages of programmes stand on. */
export function renderProgrammeSheet(title: string, back: { href: string; words: string }, main: Html): string {
  const body = markup`<main class="programme-sheet" id="paper" tabindex="-1">${main}
<p class="small colophon">条件与自查所用的是同一份规则。自查结果不是正式审查结论，以主管部门审核为准。</p></main>`
  return renderPage({ title, back, sheet: 'programme-page', look: 'notice-page programme-page', body })
}

/** The clause of a source where it stands in the programme's own notice. */
const clauseOf = (notice: Notice | undefined, source: Source): Clause | undefined =>
  source.notice === notice?.id ? notice.clauses.find(({ id }) => id === source.clause) : undefined

function sourceLink(notice: Notice | undefined, source: Source): Html {
  const path = clauseOf(notice, source)?.path
  const name = path ? `原文：${path}` : '原文'
  return markup`<a href="/notices/${source.notice}#${source.clause}" aria-label="${name}" title="${name}">原文</a>`
}

function ruleSection(
  title: string,
  lead: string,
  rules: readonly Rule[],
  { facts: asked }: ResolvedProgramme,
  notice: Notice | undefined,
): Html | false {
  if (rules.length === 0) return false
  const articles = rules.map((rule) => renderRule(rule, clauseOf(notice, rule.source), asked))
  return markup`<section><h2>${title}</h2><p class="lead">${lead}</p>${articles}</section>`
}

function list(
  title: string,
  items: readonly { text: string; source?: Source | undefined }[],
  notice: Notice | undefined,
): Html | false {
  if (items.length === 0) return false
  const entries = items.map(({ text, source }) => markup`<li>${text} ${source && sourceLink(notice, source)}</li>`)
  return markup`<section><h2>${title}</h2><ul>${entries}</ul></section>`
}

function facts(programme: ResolvedProgramme, notice: Notice | undefined, { support, warning }: Assessment): Html {
  const name = notice?.shortTitle ?? '通知原文'
  const rows: [string, Html | string][] = [
    ['支持', support.amountText],
    ['名额', support.placesText],
    ['依据', markup`<a href="/notices/${programme.notice}">${name}</a> ${notice?.documentNumber}`],
  ]
  const entries = rows.map(([term, value]) => value !== '' && markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)
  return markup`${warning !== undefined && markup`<p class="notice-box">${warning}</p>`}<dl class="notice-facts">${entries}</dl>`
}

/** The rules of a programme beside the clauses they implement, with the cases on both sides of every limit. */
export function renderProgrammePage(
  programme: ResolvedProgramme,
  notice: Notice | undefined,
  asOf: string,
  chatLink?: string,
): string {
  const assessment = checkProgramme(programme, {}, asOf)
  const held = holdOn(programme, asOf)
  const { commitments, support, preparation, window } = assessment
  const title = nameOf(programme)
  const restrictions = support.restrictions.map((text, at) => ({
    text,
    source: support.sources.at(at - support.restrictions.length),
  }))
  const kinds = Object.keys(preparationTitles) as (keyof typeof preparationTitles)[]
  const conditions = '各项都要符合。“以上”“不少于”“达到”都包括本数。'
  return renderProgrammeSheet(
    title,
    { href: '/programmes', words: '全部项目' },
    markup`<h1>${title}</h1>${renderWindow(window)}<p class="start">${startButton(programme, title)}</p>${facts(programme, notice, assessment)}
${ruleSection('申报条件', conditions, held.criteria, held, notice)}
${ruleSection('同等条件下优先', '只作说明，不影响是否符合条件。', held.preferences, held, notice)}
${list(
  '获评后要完成',
  commitments.map(({ text, target, source }) => ({ text: `${text}：${target}`, source })),
  notice,
)}
${list('资金使用限制', restrictions, notice)}
${kinds.map((kind) =>
  list(
    preparationTitles[kind],
    preparation.filter((item) => item.kind === kind),
    notice,
  ),
)}
${chatCode('check', programme.id, chatLink)}`,
  )
}
