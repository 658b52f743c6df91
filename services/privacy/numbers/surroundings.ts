/** Where in a text something stands, and the words before it, see `wordsBefore`. Offsets are UTF-16 code units of a folded text. */
export type Place = { text: string; start: number; end: number; words: string }

const nearBefore = 14
const nearBehind = 8

/** The words before, back to what ends a part of a sentence, a digit or something that is masked. */
export const wordsBefore = (text: string, start: number): string =>
  /[^\d,;!?，。；！？、\]\n\0]*$/u.exec(text.slice(Math.max(0, start - nearBefore), start))![0]

/** The words behind, up to the same. */
export const wordsBehind = ({ text, end }: Place): string =>
  /^[^\d;!?。；！？\[\n\0]*/u.exec(text.slice(end, end + nearBehind))![0]

const lettersBefore = /([A-Za-z\d]*[A-Za-z])[ \-]?$/u
/** Letters before the number of a patent, a standard or the like. */
const ofNumber = /(?:ZL|CN|US|EP|WO|JP|KR|DE|GB|TW|HK|\/T|ISBN|ISSN|DOI|PCT|ICP|ID|NO)$/iu

/** Whether digits belong to a code of letters and digits, such as a credit code or the number of a patent. */
export function isInCode({ text, start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const letters = lettersBefore.exec(before)?.[1] ?? ''
  if (ofNumber.test(letters) || /公网安备|\/T ?$/u.test(before)) return true
  const isGlued = /[A-Za-z]$/u.test(before)
  if (isGlued && /\d/u.test(letters)) return true
  return /^[A-WYZa-wyz][A-Za-z]{0,3}\d/u.test(text.slice(end, end + 6))
}

/** Whether what stands before says of a number that it is no person's. */
export const isOfAnOrganisation = ({ words }: Place): boolean =>
  /(?:信用代码|国自然|自科|NSFC|机构代码|税号|识别号|注册号|登记号?|申请号|公开号|公告号|授权号|专利号|证书(?:编?号)?|编号|合同号?|批号|文号|(?:基金|项目|课题|批准|受理|流水|序列|订单|发票)(?:号码?)?|第|条码|版本|代码)[^\d\p{Script=Han}]{0,3}(?:[是为第])?[^\d\p{Script=Han}]{0,2}$/u.test(
    words,
  )

const counted =
  /^ ?(?:余|多)?(?:[万亿元件家%％]|美元|欧元|人民币|项(?!目)|号文|[个次台套条篇份岁平](?!电话|手机|号)|人(?!民|事|工))/u
/** What is counted isn't called: 23170420元 is money; nor is what has a fraction. */
export const isCounted = ({ text, end }: Place): boolean =>
  counted.test(text.slice(end, end + 6)) || /^\.\d/u.test(text.slice(end, end + 2))
