import type { Assessment, CriterionResult } from '../../../services/eligibility/assessment.ts'
import { assessmentSections, sourceLink } from './assessment-sections.ts'
import { type AssessmentWords, assessmentWords } from './assessment-words.ts'
import { el, icon } from './element.ts'
import { printButton } from './print-card.ts'
import { quoteView } from './quote.ts'

const looks: Record<Assessment['verdict'], CriterionResult['status']> = {
  eligible: 'met',
  ineligible: 'unmet',
  undetermined: 'unknown',
}

function fact(term: string, words?: string): HTMLElement | undefined {
  return words ? el('div', {}, el('dt', {}, term), el('dd', {}, words)) : undefined
}

function criterionItem(result: CriterionResult, words: AssessmentWords): HTMLLIElement {
  const { title, status, required, actual, gap, note, source } = result
  const { facts } = words
  const mark = el('span', { class: `status status-${status}` }, icon(status), el('span', {}, words.status[status]))
  return el(
    'li',
    { class: 'criterion' },
    el('div', { class: 'criterion-head' }, el('h4', {}, title), mark),
    el(
      'dl',
      { class: 'facts' },
      fact(facts.required, required),
      fact(facts.actual, actual),
      fact(facts.gap, gap),
      fact(facts.note, note),
    ),
    el(
      'details',
      { class: 'more' },
      el('summary', {}, words.basis),
      quoteView(source.quote),
      sourceLink(source, words.openClause),
    ),
  )
}

function verdictBanner({ verdict, window }: Assessment, words: AssessmentWords): HTMLElement {
  const look = looks[verdict]
  const closing = el('p', {}, words.window[window.status](window), ' ', sourceLink(window.source, words.source))
  const texts = el('div', {}, el('h3', {}, words.verdicts[verdict]), closing)
  return el('div', { class: `verdict verdict-${look}` }, icon(look), texts)
}

function countWords({ criteria, canApplyNow }: Assessment, words: AssessmentWords): string {
  const met = criteria.filter(({ status }) => status === 'met').length
  return `${words.count(criteria.length, met)}${canApplyNow ? words.canApply : ''}`
}

type Around = { files: HTMLElement | undefined; more: (HTMLElement | undefined)[] }

/**
 * An assessment as people read it, in the language that it is told in: verdict, window, each criterion with its mark, then
 * what follows from it and the files; what only few ask for stands behind one line.
 */
export function assessmentCard(assessment: Assessment, { files, more }: Around): HTMLElement {
  const words = assessmentWords(assessment.language)
  const { criteria, nearestFix, asOf, rulesVersion } = assessment
  const card = el(
    'section',
    { class: 'assessment', 'aria-label': words.result },
    verdictBanner(assessment, words),
    el('p', { class: 'assessment-count' }, countWords(assessment, words)),
    nearestFix && el('p', { class: 'notice-box' }, nearestFix.text),
    el('ol', { class: 'criteria' }, ...criteria.map((one) => criterionItem(one, words))),
    ...assessmentSections(assessment, words),
    el('p', { class: 'assessment-foot' }, words.foot(asOf)),
    files,
  )
  const print = printButton(card, words.print)
  if (files && print) files.append(print)
  else if (print) card.append(el('div', { class: 'downloads' }, print))
  const version = el('p', { class: 'small' }, words.rules(rulesVersion))
  card.append(
    el(
      'details',
      { class: 'more assessment-more' },
      el('summary', {}, words.more),
      ...more.filter((one) => one !== undefined),
      version,
    ),
  )
  return card
}
