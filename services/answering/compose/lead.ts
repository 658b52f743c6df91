import { leadOf } from '../../../knowledge/statements/word-statement.ts'
import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import { type Fact, factAt } from '../../eligibility/document-facts.ts'
import { factTexts } from '../../eligibility/fact-texts.ts'
import { writeFigure } from '../../eligibility/figure.ts'
import { shortfallOf } from '../../eligibility/gap.ts'
import { requirementOf } from '../../eligibility/requirement.ts'
import { comparisonsOf } from '../../eligibility/rule.ts'
import type { Judgement, Lead } from '../decide/finding.ts'
import type { Language } from './told.ts'
import { labelOf } from './topic.ts'

/** The first line of an answer from clauses; undefined where nothing so short is true. */
export function tellLead(lead: Lead, language: Language): string | undefined {
  switch (lead.by) {
    case 'judgement':
      return `${lead.of ? leads.byConditionsOf[language](labelOf(lead.of.notice, lead.of.programme, language)) : ''}${tellJudgement(lead, language)}`
    case 'judgements':
      return tellJudgements(lead.each, language)
    case 'premise':
      return tellPremise(lead.says, language)
    case 'silence':
      return language === 'en' ? replies.notMentionedEnglish(lead.on) : replies.notMentioned(lead.on)
    case 'no-value':
      return language === 'en'
        ? replies.notGivenEnglish(replies.valuesEnglish[lead.of] ?? 'such value')
        : replies.notGiven(replies.values[lead.of] ?? '')
    case 'no-such-rule':
      return language === 'en' ? replies.noSuchRuleEnglish : replies.noSuchRule
    case 'statement':
      return leadOf(lead.statement, language) ?? wholeStretch(lead.stretch)
    case 'stretch':
      return wholeStretch(lead.stretch)
  }
}

const wholeStretch = (stretch: string | undefined): string | undefined => stretch && `${stretch}。`

function tellPremise(says: 'otherwise' | 'not-allowed', language: Language): string {
  if (language === 'en') return says === 'otherwise' ? replies.premiseDiffersEnglish : replies.notAllowedEnglish
  return says === 'otherwise' ? replies.premiseDiffers : replies.notAllowed
}

function tellJudgement({ comparison, condition, value, isMet, facts }: Judgement, language: Language): string {
  const fact = factAt(facts, comparison.fact)
  const isOneOfSeveral = !isMet && comparisonsOf(condition).length > 1
  if (language === 'en') {
    const says = isMet ? leads.enoughEnglish : leads.notEnoughEnglish
    const told = says(englishFigure(fact, value), englishFigure(fact, comparison.atLeast))
    return `${told}${isOneOfSeveral ? leads.oneOfSeveralEnglish : ''}`
  }
  const given = figureOf(fact, value)
  const required = requirementOf(comparison, facts)
  if (isMet) return leads.enough(required, given)
  const several = isOneOfSeveral ? leads.oneOfSeveral : ''
  return `${leads.notEnough(required, given, shortfallOf(comparison, { [comparison.fact]: value }, facts))}${several}`
}

/** The figure held against each criterion that may be meant. */
function tellJudgements(each: readonly Judgement[], language: Language): string {
  const words = language === 'en' ? leads.eachEnglish : leads.each
  const met = each.filter(({ isMet }) => isMet).length
  const opening = met === each.length ? words.all : met === 0 ? words.none : words.some
  if (language === 'en') {
    const told = each.map((one) =>
      leads.eachOf(factTexts(factAt(one.facts, one.comparison.fact), 'en').label, tellJudgement(one, 'en')),
    )
    return `${opening}${told.join(' ')}`
  }
  const told = each.map(({ comparison, facts, value, isMet }) => {
    const given = figureOf(factAt(facts, comparison.fact), value)
    const gap = shortfallOf(comparison, { [comparison.fact]: value }, facts)
    return `${requirementOf(comparison, facts)}，${isMet ? leads.reached(given) : `${given}${gap}`}`
  })
  return `${opening}${told.join('；')}。`
}

/** A figure in the unit of its fact: 80件, 300万元. */
const figureOf = (fact: Fact, value: number): string => `${writeFigure(value)}${'unit' in fact ? fact.unit : ''}`

const yuanInWan = 10_000

/** A figure of a fact in English: 500,000 yuan, 10%, 100. */
function englishFigure(fact: Fact, value: number): string {
  const unit = 'unit' in fact ? fact.unit : ''
  if (unit === '万元') return `${(value * yuanInWan).toLocaleString('en-GB')} yuan`
  return `${value.toLocaleString('en-GB')}${fact.type === 'percent' ? '%' : ''}`
}
