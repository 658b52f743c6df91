/** What a programme is called in English, and its parts by their ids. Clauses stay in the notice's own words. */
export type EnglishProgramme = {
  title: string
  /** Criteria and preferences. */
  parts: Readonly<Record<string, string>>
  /** Said instead of the words derived from the condition, where the notice names no number. */
  required?: Readonly<Record<string, string>>
  notes?: Readonly<Record<string, string>>
  /** What is to be reached after the award. */
  commitments: Readonly<Record<string, string>>
  support: { amount: string; places: string }
  /** What to prepare. */
  preparation: Readonly<Record<string, string>>
}

const advised = 'Have ready: '
const handIn = (day: string) => ({
  deadline: `Hand in before ${day}; late applications are not accepted. The notice doesn’t say whether that day counts: be early.`,
  copies: 'Hand in both by e-mail and on paper; two bound copies on paper.',
})
const forms = { 'commitment-letter': 'Letter of commitment (项目实施承诺书).' }
const agreement = 'Sign an agreement with the administration: reach the targets and use the money as the rules say'
const medical2025 = {
  ...forms,
  ...handIn('13 June 2025'),
  mail: 'E-mail: yszhang@zscqj.shanghai.gov.cn.',
  address: 'Address: 世博村路300号1号楼 (市知识产权局知识产权运用促进处).',
  contact: 'Ask: 知识产权运用促进处 张燕山, telephone 021-23170420.',
}

/** The English of the programmes that have it, by id. */
export const englishProgrammes: Readonly<Record<string, EnglishProgramme>> = {
  'medical-center-2025': {
    title: 'Shanghai medical IP operation centre',
    parts: {
      applicant: 'Applicant',
      'valid-invention-patents': 'Valid invention patents',
      'inventory-rate': 'Inventory rate',
      'industrialization-rate': 'Industrialisation rate of invention patents',
      'income-or-equity-case': 'Income received, or a case of patents as equity',
    },
    commitments: {
      'industrialization-rate': 'Industrialisation rate of invention patents in the system: at least 20% in 2025',
      'open-licences': 'Declare at least 5 patents for open licence in 2025, with the notice of acceptance',
      'registered-transactions': 'At least 10 transfers or licences registered with CNIPA in 2025',
      'typical-cases': 'At least 2 typical cases of your own in 2025',
      agreement,
    },
    support: { amount: 'Up to 200,000 yuan of working funds for each unit', places: 'Up to 5 units' },
    preparation: {
      ...medical2025,
      'application-form': 'Application form (annex 1 of the notice).',
      'evidence-applicant': `${advised}copy of the practice licence, screenshots of the registration and the completed inventory.`,
      'evidence-valid-invention-patents': `${advised}list of the valid invention patents and copies of the certificates.`,
      'evidence-inventory-rate': `${advised}dated screenshot of the inventory rate in the system.`,
      'evidence-industrialization-rate': `${advised}dated screenshot of the industrialisation rate in the system.`,
      'evidence-income-or-equity-case': `${advised}contracts and proof of the money received, with the sum; or the equity agreement, valuation, registration and an account of the case. One of the two is enough.`,
    },
  },
  'medical-promotion-2025': {
    title: 'Shanghai medical IP operation promotion centre',
    parts: {
      applicant: 'Applicant',
      'institutions-served': 'Medical institutions served',
      'transactions-reached': 'Deals reached',
      'equity-and-finance': 'Patents as equity, financial innovation and a typical case',
    },
    commitments: {
      'industrialization-rate':
        'Help the city’s medical institutions to an industrialisation rate of at least 20% in the system in 2025',
      'registered-transactions': 'Help them to at least 200 transfers or licences registered with CNIPA in 2025',
      'open-licences': 'At least 30 declarations of open licence, and at least 50 deals under them, in 2025',
      'typical-cases': 'At least 2 typical cases of putting patents to use in 2025',
      agreement,
    },
    support: { amount: 'Up to 500,000 yuan of working funds', places: '1 unit' },
    preparation: {
      ...medical2025,
      'application-form': 'Application form (annex 2 of the notice).',
      'evidence-applicant': `${advised}copy of the legal person certificate, and the charter or document that names the function.`,
      'evidence-institutions-served': `${advised}list of the institutions served, agreements or records of the services.`,
      'evidence-transactions-reached': `${advised}list of the deals, contracts or proof of filing.`,
      'evidence-equity-and-finance': `${advised}agreements and proof of the projects, figures on their results, the typical case in writing.`,
    },
  },
  'medical-center-2022': {
    title: 'Shanghai medical IP operation centre',
    parts: {
      applicant: 'Applicant',
      'ip-management': 'IP rules, department, staff and funds',
      'willing-and-able': 'Will and ability to operate IP',
      'valid-invention-patents': 'Valid invention patents',
      'operable-patents': 'Patents ready to be put to use',
      'track-record': 'Deals or income of the last three years',
      'pilot-unit': 'Shanghai patent pilot or model unit',
      award: 'China Patent Award, Shanghai IP Innovation Award or prize of the High-value Patent contest',
    },
    notes: {
      'track-record':
        'Deals and income must come from licences, transfers, equity and the like of the last three years.',
    },
    commitments: {
      'rules-documents': 'Written rules for operating IP by the end of 2023',
      'full-time-staff':
        'At least 2 full-time IP staff by the end of 2023, 1 of them with a professional title or certificate in IP',
      'patent-navigation': '2 patent navigation reports by the end of 2023',
      'pct-applications': 'PCT applications 20% above those of 2022, and at least 3, by the end of 2023',
      'transactions-growth':
        'Number and value of licences, transfers and equity deals 20% above 2022 by the end of 2023',
      'small-business-growth':
        'Number and value of transfers and licences to small businesses 30% above 2022 by the end of 2023',
      'matching-funds': 'Add own funds of at least the same sum, 1:1',
    },
    support: { amount: '500,000 yuan of working funds for each unit', places: 'Up to 10 units' },
    preparation: {
      ...forms,
      ...handIn('23 November 2022'),
      'application-form': 'Application form (annex of the notice).',
      'evidence-applicant': `${advised}copies of the practice licence and the proof of grade.`,
      'evidence-ip-management': `${advised}the rules, the documents on department and staff, the budget or proof of spending.`,
      'evidence-willing-and-able': `${advised}the decision of the hospital, and an account of staff and work.`,
      'evidence-valid-invention-patents': `${advised}list of the valid invention patents and copies of the certificates.`,
      'evidence-operable-patents': `${advised}list of the patents ready to be put to use, by kind.`,
      'evidence-track-record': `${advised}list of the contracts of the last three years, or proof of the money received with the sum.`,
      'evidence-pilot-unit': `${advised}the document that names you as pilot or model unit, if any.`,
      'evidence-award': `${advised}copies of the award certificates, if any.`,
      mail: 'E-mail: zys820701@163.com.',
      address: 'Address: 世博村路300号1号楼306室 (市知识产权局知识产权运用促进处).',
      contact: 'Ask: 知识产权运用促进处 张燕山, 孔元中.',
      telephone: 'Telephone 021-23110888, fax 021-50723882.',
    },
  },
  'university-center-2022': {
    title: 'Shanghai university IP operation centre',
    parts: {
      applicant: 'Applicant',
      willing: 'Will to build the centre',
      resources: 'Basis, staff, equipment and funds',
      cases: 'Cases of operating IP',
      'national-ip-university': 'National IP pilot or model university',
      award: 'China Patent Award, Shanghai IP Innovation Award',
    },
    required: { cases: 'some cases of operating IP (the notice names no number)' },
    notes: { cases: 'The notice names no number; experts judge. Here only some or none are told apart.' },
    commitments: {
      'open-licences': 'At least 3 open licences by the end of 2023',
      'transactions-growth':
        'Number and value of licences, transfers and equity deals 30% above 2022 by the end of 2023',
      'transfer-share':
        'Patents transferred or licensed in a year: at least 2% of the valid patents, by the end of 2023',
      leader: 'A leader of the university heads the work of the centre',
      'full-time-staff': 'At least 3 full-time staff in charge of the centre',
      'matching-funds': 'Add own funds; the plan names no ratio',
    },
    support: { amount: 'One-off funds; the notice names no sum', places: 'Up to 10 universities' },
    preparation: {
      ...handIn('8 November 2022'),
      'application-form': 'Application form (annex 2 of the notice) and its evidence.',
      'form-truth': 'Form and annexes must be true, exact and well ordered; the applicant answers for them.',
      'form-project-number': 'Leave the project number on the cover empty.',
      'form-no-blank': 'Leave no field empty, write “无” where there is nothing; add pages where needed.',
      'form-capability': '“申报单位承担项目能力基本情况”: at most 1000 characters.',
      'form-construction-plan': '“知识产权运营中心建设方案”: at most 2000 characters, details may be annexed.',
      'form-binding': 'A4, both sides, bound on the left, two copies, signed and sealed.',
      'commitment-letter': 'Letter of commitment (annex 3), sealed; finances and credit in order, no record of breach.',
      'evidence-certificates': 'Copies of certificates, qualifications and honours.',
      'evidence-projects':
        'Copies of the contracts and results of related projects; cover and contents are enough for long ones.',
      'evidence-applicant': `${advised}copy of the legal person certificate.`,
      'evidence-willing': `${advised}the university’s decision or minutes.`,
      'evidence-resources': `${advised}the document that founds the office, proof of staff, place and funds.`,
      'evidence-cases': `${advised}list of the cases, contracts or proof of filing.`,
      'evidence-national-ip-university': `${advised}the document that names you, if any.`,
      'evidence-award': `${advised}copies of the award certificates, if any.`,
      contact:
        'The notice text here names no mailbox, address or person: ask the Shanghai Intellectual Property Administration.',
    },
  },
}
