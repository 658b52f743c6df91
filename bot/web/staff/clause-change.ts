import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Faq, PinnedClause } from '../../../services/faq/faq.ts'
import { whyOutdated } from '../../../services/faq/pinned-clause.ts'
import { differenceOf } from '../difference.ts'
import { type Html, markup } from '../html.ts'

function marked(text: string, other: string): Html {
  const [before, own, after] = differenceOf(text, other)
  return markup`<p class="said-text">${before}${own !== '' && markup`<mark>${own}</mark>`}${after}</p>`
}

function beside(catalogue: Catalogue, pinned: PinnedClause, reason: string): Html {
  const now = catalogue.find(pinned.notice, pinned.clause)?.clause.quote
  const { quote } = pinned
  const before = quote === undefined ? markup`<p class="small">审核时的原文没有留存。</p>` : marked(quote, now ?? '')
  const after = now === undefined ? markup`<p class="small">已经没有这个条款。</p>` : marked(now, quote ?? now)
  return markup`<div class="clause-change"><p>${reason}</p>
<div class="preview"><section><h3>审核时</h3>${before}</section><section><h3>现在</h3>${after}</section></div></div>`
}

/** What has changed under an answer that came back: each clause as it was and as it is, and the button that says it still holds. */
export function renderClauseChanges(catalogue: Catalogue, faq: Faq, mayWrite: boolean): Html | false {
  if (faq.state !== 'returned') return false
  const changes = faq.clauses.flatMap((pinned) => {
    const reason = whyOutdated(catalogue, pinned)
    return reason === undefined ? [] : [beside(catalogue, pinned, reason)]
  })
  const isGone = faq.clauses.some(({ notice, clause }) => !catalogue.find(notice, clause))
  const confirm = markup`<button class="button" type="button" data-confirm>核对过，答复仍然正确</button>`
  return markup`<section class="decision" id="changes"><h2>${changes.length > 0 ? '条款的变化' : '退回的原因'}</h2><p class="notice-box">${faq.returnedBecause}。复核之前不再使用。</p>${changes}
${mayWrite && (faq.kind !== 'office' && !isGone ? markup`<div class="actions" data-faq="${faq.id}" data-version="${faq.version}">${confirm}</div>` : markup`<p class="small">${isGone ? '有条款已经不在，请在下面换成别的条款后重新发布。' : '请在下面核对内容，写明新的有效期，再发布。'}</p>`)}</section>`
}
