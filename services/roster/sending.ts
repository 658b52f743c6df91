/** What is sent and to whom, verbatim stretches of one sentence. */
export type Sending = { what: string | undefined; to: string | undefined }

const verb = '(?:报送|寄送|邮寄|递交|提交|送交|送达|上报|汇总报|发送|送|寄|报(?!告))'
const until = String.raw`[^，。；]{0,24}前[，,]?`
const manner = '(?:集中|统一|直接)?'
/** Up to a bracket that adds something; （县） in the midst of a name adds nothing. */
const added = String.raw`(?:[（(]\p{Script=Han}{1,3}[）)][^，。；（(“《]{1,30})?`
const name = String.raw`[^，。；（(“《]{2,40}${added}`
/** Where papers go: behind 至, or an office by its name. */
const target = String.raw`(?:(?:至|到|给|交)(?<to>${name})|(?<office>${name}(?:局|厅|委|委员会|处|科|办|办公室|中心|部门|协会|政府|学院|大学|公司|室)))(?=$|[，。；（(、])`
/** What is sent, with how many of it: 年度报告，一式三份. */
const papers = String.raw`[^，。；]{2,60}(?:[，,](?:一式|加盖|并加盖)[^，。；]{0,24})*`

/** How sentences put it, the plainest first. */
const ways = [
  // 将总结材料一式二份报送至市局
  String.raw`将(?<what>[^。；]{2,80}?)(?:${until})?${manner}${verb}${target}`,
  // 向市局报送年度报告，一式三份
  String.raw`向(?<to>[^，。；（(“《]{2,40}?${added})${verb}(?<what>${papers})`,
  // 准备总结材料，一式二份，于3月22日前，寄送至市局
  String.raw`^(?<what>[^。；]{2,120}?)[，,](?:请)?[于在](?:${until})${manner}${verb}${target}`,
  // 3月22日前报送市局
  String.raw`${until}${manner}${verb}${target}`,
  // 3月22日前完成整改并提交报告
  String.raw`前[^。；]{0,50}?(?:提交|报送|递交|送交|上报)(?<what>${papers})`,
].map((way) => new RegExp(way, 'u'))

/** Whom a sentence addresses, before what they are to do. */
const addressed =
  /^(?:请)?(?:各|有关|相关|上述)?[^，。；]{0,12}?(?:单位|企业|机构|医院|学校|工坊|基地|学生)(?=认真|准备|按|于|应)/u

const readied = /^(?:认真|抓紧|及时|按照?要求)*准备好?(?=.)/u

/** Reads what a sentence wants to be sent and to whom. */
export function readSending(sentence: string): Sending {
  for (const way of ways) {
    const groups = way.exec(sentence)?.groups
    if (!groups) continue
    const what = groups.what
      ?.replace(addressed, '')
      .replace(readied, '')
      .replace(/^[，,]|[，,。；]$/gu, '')
    return { what, to: groups.to ?? groups.office }
  }
  return { what: undefined, to: undefined }
}
