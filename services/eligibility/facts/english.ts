import type { FactKey } from '../facts.ts'

/** A fact as it is put to those who write English; the same places as in `Fact`. */
export type EnglishFact = {
  label: string
  prompt: string
  help: string
  why: string
  need?: string
  yes?: string
  no?: string
  unit?: string
  /** How many of `unit` are one of the fact's own: 10,000 yuan are one 万元. */
  perUnit?: number
  options?: Record<string, string>
  /** Names for it that people use beside the label. */
  spokenAs?: readonly string[]
}

const ownStatus = 'The programme is only for such units.'

/** What is the same of every award that a notice lists. */
const listedAward = {
  label: 'award listed in the notice',
  help: 'One of them is enough.',
  why: 'Preferred among equals; it does not change whether you meet the conditions.',
  need: 'have won one of the awards in the notice',
  yes: 'has won one of the awards',
  no: 'has won none of the awards',
  spokenAs: ['award', 'prize'],
}

const yuan = { unit: 'yuan', perUnit: 10_000 }

/** The facts in English, in the order of the notices; one without is asked in a frame round its Chinese, see `factTexts`. */
export const englishFacts: Readonly<Partial<Record<FactKey, EnglishFact>>> = {
  isShanghaiMedicalInstitution: {
    label: 'Shanghai medical institution',
    prompt: 'Is your unit a medical institution in Shanghai?',
    help: 'The address and kind on your practice licence decide. A hospital in Shanghai: yes; one elsewhere, or a company: no.',
    why: ownStatus,
    need: 'be a medical institution in Shanghai',
    yes: 'is a medical institution in Shanghai',
    no: 'is not a medical institution in Shanghai',
  },
  registeredInPatentSystem: {
    label: 'registration in the patent system',
    prompt: 'Is your unit registered in the national system for existing patents (https://www.patentnavi.org.cn/)?',
    help: 'If you can sign in with an account of your unit, it is registered.',
    why: 'The call of 2025 asks for it.',
    need: 'be registered in the national system for existing patents',
    yes: 'is registered in the system',
    no: 'is not registered in the system',
    spokenAs: ['registered', 'account'],
  },
  inventoryCompleted: {
    label: 'patent inventory completed',
    prompt: 'Has your unit completed the inventory of its existing patents?',
    help: 'The state shown in the system decides: all valid patents reported means yes; some still missing means no.',
    why: 'The call of 2025 asks for it.',
    need: 'complete the inventory of existing patents',
    yes: 'the inventory is completed',
    no: 'the inventory is not completed',
    spokenAs: ['inventory'],
  },
  hospitalLevel: {
    label: 'hospital grade',
    prompt: 'Which grade is your institution?',
    help: 'The official grading decides. Class 3A is tertiary; if you have none, choose “not graded”.',
    why: 'The programme of 2022 is for institutions of the tertiary grade.',
    options: { tertiary: 'tertiary', secondary: 'secondary', primary: 'primary', unrated: 'not graded' },
    spokenAs: ['grade'],
  },
  hasIpRules: {
    label: 'IP management rules',
    prompt: 'Does your unit have complete rules for managing intellectual property?',
    help: 'For example rules on patents, and on putting results to use and sharing the income.',
    why: 'Condition 1 of 2022 asks for them.',
    need: 'have complete rules for managing intellectual property',
    yes: 'has rules for managing intellectual property',
    no: 'its rules for managing intellectual property are not complete',
    spokenAs: ['rules'],
  },
  hasIpDepartmentAndStaff: {
    label: 'IP department and staff',
    prompt: 'Does your unit have both a department and staff for intellectual property?',
    help: 'Only both together count as yes.',
    why: 'Condition 1 of 2022 asks for both.',
    need: 'have a department and staff for intellectual property',
    yes: 'has a department and staff for intellectual property',
    no: 'lacks a department or staff for intellectual property',
    spokenAs: ['department'],
  },
  hasIpFunding: {
    label: 'IP funding',
    prompt: 'Are there secured funds for intellectual property work?',
    help: 'For example a line in the yearly budget.',
    why: 'Condition 1 of 2022 asks for them.',
    need: 'have secured funds for intellectual property work',
    yes: 'has secured funds for intellectual property work',
    no: 'has no secured funds for intellectual property work',
    spokenAs: ['funding'],
  },
  willingAndAble: {
    label: 'will and ability to operate IP',
    prompt: 'Is your unit both willing and able to operate intellectual property?',
    help: 'Only both together count as yes.',
    why: 'Condition 2 of 2022 asks for both.',
    need: 'be willing and able to operate intellectual property',
    yes: 'is willing and able to operate intellectual property',
    no: 'is not willing or not able to operate intellectual property',
  },
  validInventionPatents: {
    label: 'valid invention patents',
    prompt: 'How many valid invention patents does your unit have on the day of applying?',
    help: 'Only granted invention patents still in force; no utility models, designs or pending applications. Example: 120',
    why: 'A minimum number is required.',
    unit: 'patents',
    spokenAs: ['valid invention patents', 'invention patents', 'inventions', 'valid patents'],
  },
  inventoryRatePercent: {
    label: 'inventory rate',
    prompt: 'Which inventory rate (盘点率) does the system show?',
    help: 'A number from 0 to 100. Example: 95.5%',
    why: 'A certain rate is required.',
    unit: '%',
    spokenAs: ['inventory rate'],
  },
  industrializationRatePercent: {
    label: 'industrialisation rate of invention patents',
    prompt: 'Which industrialisation rate of invention patents (发明专利产业化率) does the system show?',
    help: 'A number from 0 to 100. Example: 12.5%',
    why: 'A certain rate is required.',
    unit: '%',
    spokenAs: ['industrialisation rate', 'industrialization rate'],
  },
  incomeSince2023Wan: {
    label: 'income received from patents since 2023',
    prompt: 'How much have patent licences, transfers and other deals brought in since 2023?',
    help: 'Money actually received, not contract sums. Example: 5.2 million yuan',
    why: 'This income or a case of patents as equity is enough.',
    ...yuan,
    spokenAs: ['income', 'received'],
  },
  hasEquityCase: {
    label: 'case of patents as equity',
    prompt: 'Has your unit a completed, typical case of patents contributed as equity (作价入股)?',
    help: 'Patents were valued as shares and the company is registered: yes. Still negotiating: no.',
    why: 'Such a case or the income is enough.',
    need: 'have a completed, typical case of patents contributed as equity',
    yes: 'has a completed case of patents as equity',
    no: 'has no completed case of patents as equity',
    spokenAs: ['equity'],
  },
  operablePatents: {
    label: 'patents ready to be put to use',
    prompt: 'How many patents can your unit put to use?',
    help: 'Inventions, utility models and designs all count. Example: 25',
    why: 'A minimum number is required.',
    unit: 'patents',
  },
  transactionsLast3Years: {
    label: 'deals in the last three years',
    prompt:
      'How many patent licences, transfers, equity contributions and other deals were made in the last three years?',
    help: 'Only deals actually made. Example: 6',
    why: 'These deals or the income are enough.',
    unit: 'deals',
    spokenAs: ['deals', 'transactions'],
  },
  incomeLast3YearsWan: {
    label: 'income received in the last three years',
    prompt: 'How much have these deals brought in over the last three years?',
    help: 'Money actually received, not contract sums. Example: 685,000 yuan',
    why: 'This income or the number of deals is enough.',
    ...yuan,
    spokenAs: ['income', 'received'],
  },
  isPatentPilotUnit: {
    label: 'Shanghai patent pilot or model unit',
    prompt: 'Is your unit a Shanghai pilot or model unit for patent work (企事业专利工作试点示范单位)?',
    help: 'The document that names you decides; pilot and model units both count.',
    why: 'Preferred among equals; it does not change whether you meet the conditions.',
    need: 'be a Shanghai pilot or model unit for patent work',
    yes: 'is a pilot or model unit',
    no: 'is no pilot or model unit',
  },
  hasHospitalListedAward: {
    ...listedAward,
    prompt:
      'Has your unit won a China Patent Award, a Shanghai IP Innovation Award, or a prize of Shanghai’s High-value Patent contest?',
  },
  promotesMedicalPatentUse: {
    label: 'function of promoting the use of patents',
    prompt: 'Is it a function of your unit to promote the use of patents in Shanghai’s medical system?',
    help: 'The charter or a document of the supervising authority decides.',
    why: 'The promotion centre is for such units.',
    need: 'have the function of promoting the use of patents in Shanghai’s medical system',
    yes: 'has this function',
    no: 'does not have this function',
  },
  institutionsServed: {
    label: 'medical institutions served',
    prompt:
      'How many medical institutions in Shanghai has your unit served with licensing, transfer or industrialisation?',
    help: 'Each institution counts once. Example: 23',
    why: 'A minimum number is required.',
    unit: 'institutions',
    spokenAs: ['served', 'institutions'],
  },
  transactionsReached: {
    label: 'deals reached',
    prompt: 'How many deals has your unit helped Shanghai’s medical system to reach?',
    help: 'Only deals already made. Example: 12',
    why: 'A minimum number is required.',
    unit: 'deals',
    spokenAs: ['deals', 'transactions'],
  },
  supportsEquityInvestment: {
    label: 'service for patents as equity',
    prompt: 'Has your unit served Shanghai’s medical system with contributing patents as equity?',
    help: 'For example helped a hospital to found a company with patents as equity.',
    why: 'Condition 2 of the promotion centre asks for it.',
    need: 'serve the medical system with patents as equity',
    yes: 'has given this service',
    no: 'has not given this service',
    spokenAs: ['equity'],
  },
  supportsFinancialInnovation: {
    label: 'financial innovation service',
    prompt: 'Has your unit served Shanghai’s medical system with financial innovation?',
    help: 'For example loans pledged on patents, or securities backed by them.',
    why: 'Condition 2 of the promotion centre asks for it.',
    need: 'serve the medical system with financial innovation',
    yes: 'has given this service',
    no: 'has not given this service',
    spokenAs: ['financial innovation'],
  },
  hasResultsAndTypicalCase: {
    label: 'results and a typical case',
    prompt: 'Have these services brought results, and is there a typical case?',
    help: 'Only both together count as yes.',
    why: 'Condition 2 of the promotion centre asks for both.',
    need: 'have brought results and a typical case',
    yes: 'has results and a typical case',
    no: 'lacks results or a typical case',
    spokenAs: ['results', 'typical case'],
  },
  isShanghaiUniversity: {
    label: 'Shanghai university or college',
    prompt: 'Is your unit a university or college in Shanghai?',
    help: 'Whoever runs it: a university in Shanghai means yes, one elsewhere no.',
    why: ownStatus,
    need: 'be a university or college in Shanghai',
    yes: 'is a university or college in Shanghai',
    no: 'is not a university or college in Shanghai',
  },
  willingToBuild: {
    label: 'will to build the centre',
    prompt: 'Is your university willing to build the centre as the plan in the notice asks?',
    help: 'The plan is annex 1 of the notice.',
    why: 'Condition (1) asks for it.',
    need: 'be willing to build the centre as the plan asks',
    yes: 'is willing to build the centre',
    no: 'is not willing, or can’t follow the plan',
  },
  hasResources: {
    label: 'basis, staff, equipment and funds',
    prompt: 'Has your university a basis for operating IP, and can it give staff, equipment and funds to the centre?',
    help: 'Only all of them together count as yes.',
    why: 'Condition (2) asks for them.',
    need: 'have a basis for operating IP and give staff, equipment and funds',
    yes: 'has the basis and can give staff, equipment and funds',
    no: 'lacks the basis, or can’t give staff, equipment and funds',
  },
  operationCases: {
    label: 'cases of operating IP',
    prompt: 'How many cases of licences, transfers or patents as equity does your university have?',
    help: 'The notice names no number. Example: 8',
    why: 'Condition (3) asks for cases.',
    unit: 'cases',
    spokenAs: ['cases'],
  },
  isNationalIpUniversity: {
    label: 'national IP pilot or model university',
    prompt: 'Is your university a national pilot or model university for intellectual property?',
    help: 'The document that names you decides; pilot and model universities both count.',
    why: 'Preferred among equals; it does not change whether you meet the conditions.',
    need: 'be a national pilot or model university for intellectual property',
    yes: 'is a national pilot or model university',
    no: 'is no national pilot or model university',
  },
  hasUniversityListedAward: {
    ...listedAward,
    prompt: 'Has your university won a China Patent Award or a Shanghai IP Innovation Award?',
  },
}
