import { figuresIn } from '../../knowledge/statements/facts.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Quoted, Support } from '../eligibility/document.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { amountOf } from './draft-amounts.ts'
import { wordsStart } from './own-entries.ts'
import type { FactBook } from './fact-book.ts'
import { limitsMoney } from './limits-on-money.ts'
import { quoteOf } from './quote-of.ts'
import { readAmounts } from './read-amount.ts'
import { readRows } from './read-rows.ts'
import type { Outline } from './sections.ts'

const chosen = /(?:评定|评选|遴选|选取|认定|支持|确定|择优|资助|立项|入选|数量|名额|总数|不超过|推荐|选择|评出|设)/u
/** 已支持38个 was another year. */
const past = /已(?:经)?(?:认定|支持|建成|建设|评|遴选|立项|有)|共(?:认定|支持|评|遴选|立项)|以来/u
const choosing = /^[家个项名所件支]$/u
const ban = /不得|严禁|禁止|专款专用|不予重复|不重复|就高不重复|单独核算|挪作他用|自筹|配套资金/u
const annual = /每[家个]?(?:单位|企业|申报|机构|高校|区|镇|街道|园区)|限报|限推|推荐/u

type Found = { clause: Clause; start: number; end: number; text: string }

/** The sentences of the clauses that say what an awardee gets, and of others that choose so many or give so much. */
function sentencesOn(outline: Outline): Found[] {
  const { notice, kinds, isWithin } = outline
  return notice.clauses.flatMap((clause) => {
    const kind = kinds.get(clause.id)
    const isRead = (clause.kind === 'item' || clause.kind === 'paragraph') && isWithin(clause)
    if (!isRead || (kind !== 'support' && kind !== undefined && kind !== 'procedure')) return []
    const start = wordsStart(clause)
    const own = sentencesOf(factsOf(clause.text), start).filter(({ text }) => outline.isOwn(text.slice(0, 24)))
    return own.map((sentence) => ({
      clause,
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
    }))
  })
}

/** 评定…不超过5家: how many are chosen, and not how many each may hand in. */
function placesIn({ text }: Found, isOwn: Outline['isOwn']): { places: number; phrase: string } | undefined {
  const facts = factsOf(text)
  for (const sentence of sentencesOf(facts))
    for (const chunk of sentence.segments.flatMap(({ chunks }) => chunks)) {
      if (!chosen.test(chunk.text) || annual.test(chunk.text) || past.test(chunk.text)) continue
      const figures = figuresIn(facts, chunk)
      const figure = figures.find(
        ({ kind, unit, bound, from }, at) =>
          kind === 'count' &&
          choosing.test(unit) &&
          bound !== 'atLeast' &&
          isOwn(text.slice(figures[at - 1]?.to ?? chunk.start, from)),
      )
      if (figure && Number.isInteger(figure.value))
        return { places: figure.upTo ?? figure.value, phrase: text.slice(figure.from, figure.to) }
    }
  return undefined
}

function restrictionsIn(outline: Outline, found: readonly Found[]): Support['restrictions'] {
  return found.flatMap(({ clause, start, text }) =>
    outline.kinds.get(clause.id) !== 'support' && !/不得用于|只能用于|专项用于|不得重复/u.test(text)
      ? []
      : sentencesOf(factsOf(text)).flatMap(({ segments }) =>
          segments.flatMap(({ chunks }) => {
            const isLimit = limitsMoney(chunks.map((one) => one.text).join('，'))
            const at = isLimit ? 0 : chunks.findIndex((chunk) => ban.test(chunk.text))
            const chunk = chunks[at]
            if (!chunk || (!isLimit && /[%％]/u.test(chunk.text))) return []
            const quoted = quoteOf(outline.notice, clause, start + chunk.start, start + chunks.at(-1)!.end)
            return [
              {
                text: `${shortened(
                  chunks
                    .slice(at)
                    .map((one) => one.text)
                    .join('，'),
                  200,
                )}。`,
                ...quoted,
              },
            ]
          }),
        ),
  )
}

/** What an awardee gets, as far as the notice gives figures. */
export function draftSupport(outline: Outline, book: FactBook, isPerson: boolean): Support {
  const found = sentencesOn(outline)
  const read = found.flatMap((one) => {
    const kind = outline.kinds.get(one.clause.id)
    const amounts = kind === 'support' || /给予|奖励|补贴|补助|资助|支持/u.test(one.text) ? readAmounts(one.text) : []
    return amounts.map((amount) => ({
      ...amount,
      clause: one.clause,
      start: one.start + amount.start,
      end: one.start + amount.end,
    }))
  })
  const rows = readRows(outline)
  const amounts = [...read, ...rows].slice(0, 30).map(({ amount, clause, start, end }) => {
    const quoted = quoteOf(outline.notice, clause, start, end)
    return {
      ...quoted,
      amount: amountOf(
        amount,
        { isPerson, quote: shortened(quoted.quote, 120), title: titleOf(clause, outline) },
        book,
      ),
    }
  })
  const places = found.map((one) => ({ one, found: placesIn(one, outline.isOwn) })).find((one) => one.found)
  const [first] = read
  const only =
    read.length === 1 && first && 'wan' in first.amount && !('per' in first.amount) ? first.amount.wan : undefined
  const [told = rows[0]] = read
  const money: Quoted | undefined = told && quoteOf(outline.notice, told.clause, told.start, told.end)
  const placesQuote = places && quoteOf(outline.notice, places.one.clause, places.one.start, places.one.end)
  return {
    ...(only !== undefined && { amountWan: only }),
    amountText: first
      ? shortened(read.map(({ text }) => text.replace(/^[^：]{0,12}：/u, '')).join('；'), 400)
      : rows.length > 0
        ? texts.support.byTable
        : texts.support.none,
    ...(places?.found && { places: places.found.places }),
    placesText: places?.found?.phrase ?? '',
    ...(money && { money }),
    ...(placesQuote && { placesQuote }),
    restrictions: restrictionsIn(outline, found),
    ...(amounts.length > 0 && { amounts }),
  }
}

function titleOf(clause: Clause, { notice }: Outline): string {
  const own = clause.heading !== '' ? clause.heading : notice.clauses.find(({ id }) => id === clause.parent)?.heading
  return shortened(own === undefined || own === '' ? texts.support.title : own, 24)
}
