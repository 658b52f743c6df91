import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { listingsOf, titleHeld } from './listings.ts'
import { bodyOf } from './excerpt.ts'
import { sourceLine } from './frame.ts'
import { noticesMeant, scopeOf } from './scopes.ts'
import { scopeFit } from './scope-fit.ts'

const byNumber =
  /(?:第|措施|条|第\s*)?(\d+|[一二三四五六七八九十]+)(?:条|项|点|款|号措施|个措施|条措施|部分|步|个)|措施(?:第)?(\d+|[一二三四五六七八九十]+)|条件[（(]([一二三四五六七八九十]+)[)）]|(?:measure|article|item)\s*(\d+)/u
const seriesLength = 10

/** The provisions that a notice numbers through its parts, as a plan does its measures; empty for other notices. */
export function seriesOf(catalogue: Catalogue, notice: Notice): Entry[] {
  const items = catalogue.entries.filter(
    (entry) => entry.notice.id === notice.id && entry.clause.kind === 'item' && !entry.clause.id.startsWith('a'),
  )
  const numbered = items.filter((entry, at) => numberOf(entry) === at + 1)
  return numbered.length >= seriesLength && numbered.length === items.length ? numbered : []
}

export const numberOf = (entry: Entry): number => Number(entry.clause.id.split('.').at(-1))

/** Answers with the provision of a number: a measure of a plan, a point of the list last shown, or of the list named. */
export const answerMeasure: Step = (inquiry) => {
  const { question, catalogue, memory } = inquiry
  const match =
    byNumber.exec(question.text.replace(/第[一二]批|[哪几]条/gu, '')) ??
    (question.english ? byNumber.exec(question.asked.toLowerCase()) : null)
  const written = match?.slice(1).find((group) => group !== undefined)
  if (!match || !written || (!/^(?:第|措施|条件|measure|article|item)/u.test(match[0]) && !/条|号措施/u.test(match[0])))
    return undefined
  if (!/第|措施|条件|measure|article|item/u.test(match[0])) return undefined
  const number = parseNumeral(written)
  return fromList(inquiry, number) ?? fromSeries(inquiry, number) ?? remembered(inquiry, number)

  function fromSeries(_: Inquiry, wanted: number): Answer | undefined {
    const meant = noticesMeant(catalogue, question)
    const asked = meant.length > 0 ? meant : memory.list ? [] : catalogue.notices
    const [series] = asked.map((notice) => seriesOf(catalogue, notice)).filter((items) => items.length > 0)
    if (!series) return undefined
    const entry = series.find((item) => numberOf(item) === wanted)
    return entry ? whole(inquiry, entry) : beyond(series, wanted)
  }
}

/** 「申报条件第4条」: the list that the question names besides the number. */
function fromList(inquiry: Inquiry, number: number): Answer | undefined {
  const { question, catalogue } = inquiry
  const aspects = [...question.aspects].filter((aspect) =>
    ['conditions', 'targets', 'tasks', 'procedure'].includes(aspect),
  )
  const [titled] = listingsOf(catalogue)
    .filter(({ head }) => head.clause.id !== 'title' && titleHeld(question, head) === 1)
    .sort((a, b) => scopeFit(question, b.head) - scopeFit(question, a.head))
  const named = titled?.points.find(
    (candidate) => candidate.clause.marker !== undefined && numberOf(candidate) === number,
  )
  if (named) return whole(inquiry, named)
  if (aspects.length === 0) return undefined
  const [best] = listingsOf(catalogue)
    .filter(
      ({ head }) =>
        aspects.some((aspect) => head.aspects.has(aspect)) &&
        (question.notices.size + question.programmes.size > 0 || inquiry.memory.scope?.notice === head.notice.id),
    )
    .map((listing) => ({ listing, fit: scopeFit(question, listing.head) }))
    .sort((a, b) => b.fit - a.fit)
  const point = best?.listing.points.find(
    (candidate) => candidate.clause.marker !== undefined && numberOf(candidate) === number,
  )
  return point ? whole(inquiry, point) : undefined
}

function remembered(inquiry: Inquiry, number: number): Answer | undefined {
  const at = inquiry.memory.list?.[number - 1]
  const entry = at && inquiry.catalogue.find(at.notice, at.clause)
  return entry ? whole(inquiry, entry) : undefined
}

function whole(inquiry: Inquiry, entry: Entry): Answer {
  const children = entry.clause.kind === 'heading' ? entry.children : []
  const body = [entry, ...children]
    .map((part) => (part === entry ? (children.length > 0 ? entry.clause.text : bodyOf(entry)) : part.clause.text))
    .join('\n')
  return {
    status: 'answered',
    text: `${sourceLine(inquiry, entry)}\n${body}`,
    rests: [entry, ...children],
    scope: scopeOf(entry),
  }
}

const beyond = (series: Entry[], number: number): Answer => ({
  status: 'not-found',
  text: `《${series[0]?.notice.shortTitle}》共${series.length}条，没有第${number}条。`,
  rests: [],
})
