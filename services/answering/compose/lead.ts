import { leadOf } from '../../../knowledge/statements/word-statement.ts'
import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import { facts } from '../../eligibility/facts.ts'
import { writeFigure } from '../../eligibility/figure.ts'
import { shortfallOf } from '../../eligibility/gap.ts'
import { requirementOf } from '../../eligibility/requirement.ts'
import { comparisonsOf } from '../../eligibility/rule.ts'
import type { Judgement, Lead } from '../decide/finding.ts'
import type { Language } from './told.ts'

/** The first line of an answer from clauses; undefined where nothing so short is true. */
export function tellLead(lead: Lead, language: Language): string | undefined {
  switch (lead.by) {
    case 'judgement':
      return tellJudgement(lead, language)
    case 'premise':
      return lead.says === 'otherwise' ? replies.premiseDiffers : replies.notAllowed
    case 'silence':
      return replies.notMentioned(lead.on)
    case 'no-value':
      return replies.notGiven(replies.values[lead.of] ?? '')
    case 'no-such-rule':
      return replies.noSuchRule
    case 'statement':
      return leadOf(lead.statement, language) ?? wholeStretch(lead.stretch)
    case 'stretch':
      return wholeStretch(lead.stretch)
  }
}

const wholeStretch = (stretch: string | undefined): string | undefined => stretch && `${stretch}。`

function tellJudgement({ comparison, condition, value, isMet }: Judgement, language: Language): string {
  const fact = facts[comparison.fact]
  const given = `${writeFigure(value)}${'unit' in fact ? fact.unit : ''}`
  if (language === 'en') return isMet ? leads.enoughEnglish(given) : leads.notEnoughEnglish(given)
  const required = requirementOf(comparison)
  if (isMet) return leads.enough(required, given)
  const several = comparisonsOf(condition).length > 1 ? leads.oneOfSeveral : ''
  return `${leads.notEnough(required, given, shortfallOf(comparison, { [comparison.fact]: value }))}${several}`
}
