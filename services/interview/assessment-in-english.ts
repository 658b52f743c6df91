import { squeeze } from '../../knowledge/language/clean-text.ts'
import { assessmentTextsEnglish as words } from '../../prompts/assessment-texts-english.ts'
import { englishFrames as frames } from '../../prompts/english-frames.ts'
import { programmeChangeTexts } from '../../prompts/programme-changes.ts'
import { programmeChangeTextsEnglish as changeTexts } from '../../prompts/programme-changes-english.ts'
import type { Interview } from '../conversations/interview.ts'
import type { Assessment, CriterionResult } from '../eligibility/assessment.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { grouped, writeFigure } from '../eligibility/figure.ts'
import { holdOn } from '../eligibility/hold-on.ts'
import { factAt } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { type Answers, evaluate } from '../eligibility/rule.ts'
import { countBack } from '../preparation/schedule.ts'
import {
  actualInEnglish,
  answerInEnglish,
  gapInEnglish,
  lackingInEnglish,
  requirementInEnglish,
} from './english-conditions.ts'
import type { Told } from './english-conditions.ts'
import { criterionTitleIn, preparationIn, warningIn, windowNote } from '../eligibility/programme-texts.ts'

/**
 * The same assessment with all that is said of it in English; what is quoted stays as it stands in the notice, and stands in
 * a frame that says what it is wherever nobody has put it into English.
 */
export function inEnglishWords(
  given: ResolvedProgramme,
  assessment: Assessment,
  answers: Answers,
  said: Interview['said'],
): Assessment {
  const programme = holdOn(given, assessment.asOf)
  const told = { answers, said, facts: programme.facts }
  const { window, warning, nearestFix, schedule, asOf } = assessment
  return {
    ...assessment,
    language: 'en',
    window: { ...window, note: windowNote('en', window) },
    ...(warning !== undefined && { warning: warningIn('en', programme)! }),
    criteria: assessment.criteria.map((criterion) => criterionIn(programme, criterion, told)),
    preferences: assessment.preferences.map((one) => ({
      ...one,
      title: programme.preferences.find(({ id }) => id === one.id)?.english?.title ?? frames.preference(one.title),
    })),
    commitments: assessment.commitments.map((one) => commitmentIn(programme, one, told)),
    support: supportIn(assessment.support, programme.supportInEnglish),
    preparation: preparationIn('en', programme),
    ...(schedule && { schedule: countBack(programme.preparation, window.closes, asOf, 'en') }),
    ...(nearestFix && { nearestFix: fix(nearestFix, window.status, told) }),
  }
}

function criterionIn(programme: ResolvedProgramme, criterion: CriterionResult, told: Told): CriterionResult {
  const { condition, english } = programme.criteria.find(({ id }) => id === criterion.id)!
  const { note, gap: _, ...rest } = criterion
  const isChanged = 'unsettled' in condition
  const inChinese = note === undefined ? undefined : frames.note(note)
  const ofChange = (criterion.id.startsWith('added-') ? changeTexts.addedNote : changeTexts.note)(inChinese ?? '')
  const own = english?.note ?? inChinese
  const explained = isChanged ? ofChange : own
  return {
    ...rest,
    title: criterionTitleIn('en', programme, criterion),
    required: sentence(
      isChanged ? changeTexts.required : (english?.required ?? requirementInEnglish(condition, told.facts)),
    ),
    actual: sentence(actualInEnglish(condition, told)),
    ...(criterion.status === 'unmet' && { gap: sentence(gapInEnglish(condition, told)) }),
    ...(explained !== undefined && { note: explained }),
  }
}

const sentence = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** What is to be reached: what it is in English, how far it is, and the notice's own words. */
function commitmentIn(
  { commitments }: ResolvedProgramme,
  { id, source, ...rest }: Assessment['commitments'][number],
  told: Told,
): Assessment['commitments'][number] {
  const { baseline, english } = commitments.find((one) => one.id === id) ?? {}
  const status = baseline ? evaluate(baseline, told.answers) : 'unknown'
  const now =
    !baseline || status === 'unknown'
      ? ''
      : words.now(
          answerInEnglish(baseline.fact, told),
          status === 'met' ? words.reached : words.short(lackingInEnglish(baseline, told)),
        )
  const text = english?.text ?? frames.commitment
  return { ...rest, id, source, text: `${text}${now}.`, target: frames.inNotice(source.quote) }
}

/** Money and places: what nobody has put into English, or what has changed, in the notice's own words. */
function supportIn(
  support: Assessment['support'],
  english: ResolvedProgramme['supportInEnglish'],
): Assessment['support'] {
  const { amountText, placesText, restrictions, sources } = support
  const isChanged = amountText === programmeChangeTexts.amount
  const isVerbatim = (text: string): boolean =>
    sources.some(({ quote }) => squeeze(quote).includes(squeeze(text).replace(/。$/u, '')))
  const framed = (name: string, text: string): string =>
    `${name}. ${isVerbatim(text) ? frames.inNotice(text) : frames.inChinese(text)}`
  const changed = { amountText: changeTexts.amount, placesText: changeTexts.places }
  const told = {
    amountText: framed(english?.amount ?? frames.funds, amountText),
    placesText: framed(english?.places ?? frames.places, placesText),
  }
  const estimated = (support.estimates ?? []).flatMap(({ amountWan }) =>
    amountWan === undefined ? [] : [words.estimate(`${grouped(writeFigure(amountWan * yuanInWan))} yuan`)],
  )
  return {
    ...support,
    ...(isChanged ? changed : told),
    ...(estimated.length > 0 && { amountText: [told.amountText, ...estimated].join(' ') }),
    restrictions: restrictions.map((text) => framed(frames.restriction, text)),
  }
}

const yuanInWan = 10_000

type Fix = NonNullable<Assessment['nearestFix']>

function fix(nearest: Fix, status: Assessment['window']['status'], told: Told): Fix {
  const inWords = ({ key, to }: { key: string; to: boolean | number | string }) => {
    const fact = factAt(told.facts, key)
    const { label, need, no } = factTexts(fact, 'en')
    if (to === false && no !== undefined) return words.notSo(no)
    if (typeof to !== 'number') return need ?? words.named(label, writeAnswerIn('en', fact, to))
    return words.rise(label, answerInEnglish(key, told), writeAnswerIn('en', fact, to))
  }
  const changes = nearest.changes.map((one) => ({ ...one, text: inWords(one), why: '' }))
  const confirmations = nearest.confirmations.map((one) => ({ ...one, text: inWords(one) }))
  if (nearest.when === 'never') {
    const fixed = changes.filter(({ when }) => when === 'never').map(({ text }) => text)
    return { ...nearest, changes, confirmations, text: words.cannot(fixed.join(words.and)) }
  }
  const needs = [...changes, ...confirmations].map(({ text }) => text).join(words.and)
  const closing = status === 'closed' ? ` ${words.onlyForNext}` : ''
  return { ...nearest, changes, confirmations, text: words.fix(changes.length + confirmations.length, needs) + closing }
}
