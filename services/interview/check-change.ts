import { shortened } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import { checkChangeTexts, checkChangeTextsEnglish } from '../../prompts/check-change-texts.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { citeAll } from '../answering/compose/cite.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { dayIn } from '../eligibility/programme-texts.ts'
import { changeOf, type CheckChange, type CriterionChange, type ShownCheck } from '../eligibility/shown-check.ts'
import type { Reply } from '../reply.ts'
import { act, type InterviewContext, reply } from './reply-parts.ts'
import { assessmentOf } from './verdict-replies.ts'

/** Characters of a clause that are shown; the citation has all of it. */
const longestQuote = 160

const textsIn = (language: Language | undefined) => (language === 'en' ? checkChangeTextsEnglish : checkChangeTexts)

const quoted = (quote: string): string => shortened(squeeze(quote), longestQuote)

/**
 * What a check says otherwise than when it was last shown, criterion by criterion with the clause before and after; undefined
 * where it says the same.
 *
 * @param word Why, in one sentence.
 */
export function checkChangeReply(context: InterviewContext, shown: ShownCheck, word: string): Reply | undefined {
  const now = assessmentOf(context)
  const change = changeOf(shown, now)
  if (!change) return undefined
  const words = textsIn(context.interview.language)
  const lead = leadOf(change, now, words)
  const items = [...windowLines(change, now, context), ...change.criteria.map((one) => criterionLines(one, words))]
  const lines = items.map((item, at) => `${at + 1}. ${item.join('\n')}`)
  const sources = [
    ...(change.window ? [now.window.source] : []),
    ...change.criteria.flatMap(({ after }) => after?.source ?? []),
  ]
  return reply('info', [lead, word, ...lines], {
    lead,
    citations: citeAll(sources.flatMap(({ notice, clause }) => context.known.catalogue.find(notice, clause) ?? [])),
    actions: [act(words.seeNow, '/confirm')],
  })
}

type Texts = ReturnType<typeof textsIn>

function leadOf({ verdict, window, criteria }: CheckChange, now: Assessment, words: Texts): string {
  if (verdict) return words.turned(words.verdicts[verdict.verdict], words.verdicts[now.verdict])
  return words.stays(words.verdicts[now.verdict], criteria.length + (window ? 1 : 0))
}

/** The days before and after, with their clauses. */
function windowLines({ window: before }: CheckChange, { window: after }: Assessment, context: InterviewContext) {
  if (!before) return []
  const { language } = context.interview
  const words = textsIn(language)
  const day = (one: string | undefined) => (one === undefined ? words.noDay : dayIn(language, one))
  const said =
    before.closes === after.closes
      ? words.opens(day(before.opens), day(after.opens))
      : words.window(day(before.closes), day(after.closes))
  return [[said, words.before(quoted(before.quote)), words.after(quoted(after.source.quote))]]
}

function criterionLines({ before, after }: CriterionChange, words: Texts): string[] {
  if (!after) return [words.gone(before!.title), words.before(quoted(before!.quote))]
  const is = words.statuses[after.status]
  const note = after.note === undefined ? [] : [words.note(after.note)]
  if (!before) return [words.added(after.title, is), words.after(quoted(after.source.quote)), ...note]
  const said = words.criterion(after.title, words.statuses[before.status], is, after.gap)
  const isSameQuote = quoted(before.quote) === quoted(after.source.quote)
  const clauses = isSameQuote
    ? [words.takes(after.required)]
    : [words.before(quoted(before.quote)), words.after(quoted(after.source.quote))]
  return [said, ...clauses, ...note]
}
