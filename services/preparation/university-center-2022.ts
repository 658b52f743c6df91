import { evidence, type PreparationItem } from './preparation.ts'

const evidenceQuote = '准备相关证明材料'

/** What a university prepares for the operation centre of 2022: the form with its rules is annex 2, the letter annex 3. */
export const universityCenter2022Preparation: readonly PreparationItem[] = [
  {
    id: 'application-form',
    kind: 'form',
    text: '上海市高校知识产权运营中心项目申报书（通知附件2）和相关证明材料。',
    quote: '申报高校应按照申报指南相关要求填写项目申报书、项目实施承诺书并准备相关证明材料',
  },
  {
    id: 'form-truth',
    kind: 'form',
    text: '申报书内容和附件材料须实事求是、准确严谨、层次清晰，申报单位对合法性、真实性、完整性负责。',
    quote: '申报书的各项填报内容及附件材料必须实事求是、准确严谨、层次清晰',
  },
  {
    id: 'form-project-number',
    kind: 'form',
    text: '封面中的项目编号不填。',
    quote: '封面中项目编号不需填写',
  },
  {
    id: 'form-no-blank',
    kind: 'form',
    text: '各栏目不得空缺，无内容时填“无”；不够填写时自行加页。',
    quote: '申报书各栏目不得空缺，无内容时填“无”。各栏不够填写时，请自行加页',
  },
  {
    id: 'form-capability',
    kind: 'form',
    text: '“申报单位承担项目能力基本情况”1000字以内。',
    quote: '1000字以内',
    maxCharacters: 1000,
  },
  {
    id: 'form-construction-plan',
    kind: 'form',
    text: '“知识产权运营中心建设方案”不超过2000字，详细内容可作为附件附后。',
    quote: '不超过2000字，详细内容可作为附件附后',
    maxCharacters: 2000,
  },
  {
    id: 'form-binding',
    kind: 'form',
    text: '申报书及相关材料一律用A4纸双面打印，左侧装订成册，一式两份，签名并加盖公章。',
    quote: '申报书及相关材料一律采用A4纸张双面打印，并于左侧装订成册，打印一式两份（签名并加盖公章）',
  },
  {
    id: 'commitment-letter',
    kind: 'form',
    text: '项目实施承诺书（通知附件3），盖章；须承诺财务和信用状况良好，未被认定为失信联合惩戒对象，申报和承担知识产权项目没有不良信用记录。',
    quote: '未被认定为失信联合惩戒对象且过去在申报和承担各级知识产权项目中没有不良信用记录',
  },
  {
    id: 'evidence-certificates',
    kind: 'evidence',
    text: '相关认证、资质、荣誉等证书复印件。',
    quote: '相关认证、资质、荣誉等证书复印件',
  },
  {
    id: 'evidence-projects',
    kind: 'evidence',
    text: '承担的相关项目任务书和成果证明材料复印件，篇幅较长的可仅提供封面或目录及相关页。',
    quote: '申报单位承担的相关项目任务书和成果证明材料复印件（篇幅较长的材料可以仅提供封面或目录及相关页）',
  },
  evidence('applicant', evidenceQuote, '事业单位法人证书复印件。'),
  evidence('willing', evidenceQuote, '学校同意申报并按建设方案推进的决定或会议纪要。'),
  evidence('resources', evidenceQuote, '机构设立文件，人员、场地和经费的落实证明。'),
  evidence('cases', evidenceQuote, '专利许可转让、作价入股案例清单，合同或备案证明。'),
  evidence('national-ip-university', evidenceQuote, '国家知识产权试点示范高校认定文件（有则提供）。'),
  evidence('award', evidenceQuote, '中国专利奖、上海知识产权创新奖获奖证书复印件（有则提供）。'),
  {
    id: 'deadline',
    kind: 'submission',
    text: '于2022年11月8日前报送，逾期不予受理。通知没有说明当天是否算在内，请提前报送。',
    quote: '于2022年11月8日前',
  },
  {
    id: 'copies',
    kind: 'submission',
    text: '电子邮件和纸件都要报送；纸件一式2份，装订成册。',
    quote: '以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局',
  },
  {
    id: 'contact',
    kind: 'contact',
    text: '所收录的通知文本没有写明报送邮箱、地址和联系人，请向上海市知识产权局核实。',
  },
]
