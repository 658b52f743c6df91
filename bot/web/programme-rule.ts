import type { Clause } from '../../knowledge/parsing/clause.ts'
import { examplesOf } from '../../services/eligibility/examples.ts'
import type { Comparison, Condition } from '../../services/eligibility/document-conditions.ts'
import { factAt, type Facts } from '../../services/eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import { requirement, requirementOf } from '../../services/eligibility/requirement.ts'
import { comparisonsOf, type Status } from '../../services/eligibility/rule.ts'
import { type Html, markup } from './html.ts'
import { markedQuote } from './marked-quote.ts'

type Rule = ResolvedProgramme['criteria'][number] | ResolvedProgramme['preferences'][number]

const statusWords: Record<Status, string> = { met: '✓ 符合', unmet: '✗ 不符合', unknown: '? 待确认' }

/** How the parts of a condition come together, in words. */
function combination(condition: Condition): string | undefined {
  if ('allOf' in condition) return '以下各项都要符合；有一项不符合即不符合。'
  if ('anyOf' in condition) return '以下有一项符合即可；各项都不符合才是不符合。'
  if ('atLeastOf' in condition) return `以下各项至少符合${condition.atLeastOf.count}项。`
  if ('if' in condition) return '属于所列情形的，才要符合后面的要求；不属于的不受影响。'
  return undefined
}

/** The question asked and the answers on both sides of the limit. */
function comparisonView(comparison: Comparison, facts: Facts): Html {
  const fact = factAt(facts, comparison.fact)
  const examples = examplesOf(comparison, fact).map(
    ({ answer, status }) =>
      markup`<tr><td>${answer}</td><td><span class="status status-${status}">${statusWords[status]}</span></td></tr>`,
  )
  return markup`<div class="comparison"><p class="small">${fact.prompt}</p>
<table><thead><tr><th scope="col">回答</th><th scope="col">结果</th></tr></thead><tbody>${examples}</tbody></table></div>`
}

/** Whether each comparison stands for itself: not where it is only the case in which another is asked for. */
const isFlat = (condition: Condition): boolean => {
  if ('fact' in condition) return true
  const parts =
    'allOf' in condition
      ? condition.allOf
      : 'anyOf' in condition
        ? condition.anyOf
        : 'atLeastOf' in condition
          ? condition.atLeastOf.of
          : []
  return parts.length > 0 && parts.every((part) => 'fact' in part)
}

/** What has to be so; folded, what is asked and how answers are judged. */
function check(condition: Condition, facts: Facts): Html {
  const comparisons = comparisonsOf(condition)
  const lines = isFlat(condition)
    ? comparisons.map((comparison) => requirementOf(comparison, facts))
    : [requirement(condition, facts)]
  const requirements = lines.map((line) => markup`<li>${line}</li>`)
  return markup`<ul class="requirements">${requirements}</ul>
<details class="more"><summary>自查怎么问、怎么判断</summary>${comparisons.map((one) => comparisonView(one, facts))}</details>`
}

/** One rule beside the clause it implements, the words it rests on marked. */
export function renderRule(rule: Rule, clause: Clause | undefined, facts: Facts): Html {
  const { id, title, source, condition } = rule
  const words = 'words' in rule ? rule.words?.required : undefined
  const note = 'note' in rule ? rule.note : undefined
  const text = clause?.quote ?? source.quote
  const paragraphs = [words, combination(condition), note].flatMap((one) =>
    one === undefined ? [] : markup`<p>${one}</p>`,
  )
  return markup`<article class="rule" id="${id}"><h3>${title}</h3>
<div class="rule-sides"><div class="rule-clause"><h4>通知条款</h4><blockquote>${markedQuote(text, source.quote)}</blockquote>
<p class="small"><a href="/notices/${source.notice}#${source.clause}">${clause?.path || '查看原文'}</a></p></div>
<div class="rule-check"><h4>怎样算符合</h4>${paragraphs}${'unsettled' in condition ? false : check(condition, facts)}</div></div></article>`
}
