import { reviewSheetTexts } from '../../../prompts/review-sheet-texts.ts'
import type { Criterion } from '../../../services/eligibility/document.ts'
import { ruleHash, type StoredRemark } from '../../../services/staff/programmes/remarks.ts'
import { type Html, markup } from '../html.ts'
import { timeOf } from './marks.ts'

const words = reviewSheetTexts.page

/** Where the sheet is fetched and sent back. */
export const sheetBox = (id: string): Html =>
  markup`<section class="rule"><h2>${words.title}</h2><p class="small">${words.lead}</p><div class="actions"><a class="button button-quiet" href="/api/staff/programmes/${id}/review.xlsx" download>${words.download}</a><label class="button button-quiet">${words.upload}<input class="visually-hidden" type="file" data-review accept=".xlsx"></label></div></section>`

/** What was said last of a rule, by whom and when. */
function said(criterion: Criterion, remark: StoredRemark, timeZone: string): Html {
  const { isRight, who, at, cases } = remark
  const isOld = remark.rule !== ruleHash(criterion)
  const mark = isRight === null ? words.noted(who) : isRight ? words.right(who) : words.wrong(who)
  return markup`<p class="facts"><span class="mark">${mark}</span>${timeOf(at, timeZone)}${cases.length > 0 && markup`<span>${words.cases(cases.length)}</span>`}${isOld && markup`<span>${words.isOld}</span>`}</p>${remark.remark !== '' && markup`<p>${remark.remark}</p>`}`
}

/** What was said of a rule, and a place to say it. */
export function remarkOf(criterion: Criterion, remark: StoredRemark | undefined, timeZone: string): Html {
  const { id, title } = criterion
  const form = markup`<details class="more"><summary>${words.says}</summary><form class="search-row" data-remark="${id}"><label>${words.remark}<input class="field" name="remark" maxlength="1000"></label><button class="button button-quiet" type="submit" value="right" aria-label="${words.markRight}：${title}">${words.markRight}</button><button class="button button-quiet" type="submit" value="wrong" aria-label="${words.markWrong}：${title}">${words.markWrong}</button></form></details>`
  return markup`${remark && said(criterion, remark, timeZone)}${form}`
}
