import type { Finding, Kind } from '../finding.ts'

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使'
const plateSign = '[A-HJ-NP-Za-hj-np-z\\d]'
/** Letters that begin no plate but a word: 新PCT2025. */
const notPlate = '(?!(?:PCT|ICP|IP|AI|IT|ABC|APP)(?![a-z]))'

const numeral = '[\\d〇零一二三四五六七八九十]'
/** A day, in digits or read out, of either calendar; its year may be missing: 1990年3月14日, 八七年六月初三. */
const year = `(?:(?:19|20)\\d{2}|${numeral}{2,4}(?=年)) ?[-年./] ?`
const monthAndDay = `(?:${numeral}{1,2} ?[-月./]|[正冬腊]月) ?(?:初|廿|${numeral}){1,3}[日号]?`
const calendar = '(?:[农阴公阳]历|身份证上)?'

const patterns: [Kind, RegExp][] = [
  [
    'plate',
    new RegExp(
      `[${provinces}][ ·.]?${notPlate}[A-HJ-Za-hj-z][ .·-]{0,2}(?=(?:[ ]?[A-Za-z]){0,4}[ ]?\\d)(?:${plateSign}{5,6}|${plateSign}(?: ${plateSign}){4,5}|${plateSign}{4}[挂学警港澳])(?![A-Za-z\\d])`,
      'gu',
    ),
  ],
  [
    'plate',
    new RegExp(
      `(?<=(?:车牌|车号|号牌|牌照|停车场|车辆|车)(?:号码?)?[: ]{0,2}是?)[${provinces}] ?[A-Za-z][ .·-]{0,2}[A-Za-z\\d]{5,6}(?![A-Za-z\\d])`,
      'gu',
    ),
  ],
  ['plate', new RegExp(`(?<=[${provinces}]牌(?:照|号)?[: ]?)[A-Z][ .·-]?[A-Z\\d]{5,6}(?![A-Za-z\\d])`, 'giu')],
  // Of embassies; with digits read out.
  ['plate', /(?<![\p{L}\d])使 ?\d{3} ?[·. -]? ?\d{3}(?!\d)/gu],
  [
    'plate',
    new RegExp(
      `(?<=[车牌][^\\d]{0,4})[${provinces}] ?[A-HJ-Z] ?[·.-]? ?(?:[A-Z\\d零〇一二三四五六七八九幺] ?){5,6}(?![A-Za-z\\d])`,
      'gu',
    ),
  ],
  [
    'passport',
    /(?<=护照(?:号码?)?[^A-Za-z\d\p{Script=Han}]{0,3}[是为]?[^A-Za-z\d\p{Script=Han}]{0,3})(?:[A-Za-z]{1,2} ?\d(?: ?\d){5,8}[A-Za-z]?|\d{9})(?![A-Za-z\d])/gu,
  ],
  // An entry of a form further on: 证件类型：护照；号码：….
  ['passport', /(?<=护照[^A-Za-z\d。！？\n\0]{0,10})[A-Z]{1,2}\d{7,8}(?![A-Za-z\d])/gu],
  ['passport', /(?<=passport(?: no\.?| number)?(?: is)?[: ]{1,3})[A-Z]{0,2}\d{6,9}[A-Z]?(?![A-Za-z\d])/giu],
  ['passport', /(?<![A-Za-z\d.-])(?:[EG]\d{8}|E[A-HJ-NQ-Z]\d{7})(?![A-Za-z\d.])/gu],
  [
    'identity',
    /(?<=(?:通行证|回乡证|台胞证|永居证|永久居留(?:身份)?证|军官证|士兵证|警官证|居留证|居住证|社保卡?|医保卡?|公积金|社会保障卡?|驾驶证|驾照|学号|工号|学籍|考号|准考证|病历|病案|住院|门诊|就诊|档案|存折|护士证|医师证)(?:档案|登记|个人|[账帐户])?(?:编?号码?|户)?[^A-Za-z\d\p{Script=Han}]{0,3}[是为]?[^A-Za-z\d\p{Script=Han}]{0,3}(?:\p{Script=Han}{1,2}字)?第?)(?=[A-Za-z]{0,3}\d)[A-Za-z\d](?: ?[A-Za-z\d()]){5,19}(?![A-Za-z\d])/gu,
  ],
  // A Hong Kong identity card, whose check sign stands in brackets; permits of Hong Kong and Macau.
  ['identity', /(?<![A-Za-z\d])[A-Z]{1,2} ?\d{6} ?\([\dA]\)/gu],
  ['identity', /(?<![A-Za-z\d])[HM]\d{10}(?![A-Za-z\d])/gu],
  // Of a home: 沪房地徐字2016第028417号.
  ['identity', /\p{Script=Han}房地?权?证?\p{Script=Han}{0,3}字[(]?\d{4}[)]?第?\d{4,}号/gu],
  // Read out in pinyin: yao san ba …
  ['phone', /(?<![a-z])(?:(?:yi|yao|er|liang|san|si|wu|liu|qi|ba|jiu|ling|dong)[ ,-]?){7,}(?![a-z])/giu],
  // Of other countries, which begin with a sign (ITU-T E.123); those of China are found as all numbers here.
  ['phone', /(?<![\dA-Za-z])\+(?!86)\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?!\d)/gu],
  // Read out in English, the last ones perhaps in digits.
  [
    'phone',
    /(?<![a-z])(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[ ,-]{1,2}){3,}(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?![a-z])|\d[\d -]{3,9}\d)/giu,
  ],
  [
    'phone',
    /(?<=(?:香港|澳门|台湾|国外|海外|境外|[美英法德日韩泰澳加俄]国|日本|新加坡|加拿大|澳大利亚|德国|(?<![A-Za-z])(?:hk|us|uk)(?= (?:phone|mobile|cell|number|tel)))的?(?:那边|这边|本地)?的?(?:手机|电话|联系| ?phone| ?mobile| ?cell)?(?:号码?| number)?[^\d\p{Script=Han}A-Za-z]{0,3}(?:是|为)?[^\d\p{Script=Han}A-Za-z]{0,3})(?=(?:[ ()-]{0,2}\d){8,15}(?!\d))\(?\d[\d ()-]{6,20}\d/giu,
  ],
  ['phone', /(?<![\d-])09\d{2}[ -]\d{3}[ -]\d{3}(?![\d-])/gu],
  ['phone', /(?<![\d-])(?:852|853|886)[ -]\d{4}[ -]\d{4}(?![\d-])/gu],
  ['phone', /(?<=分机号?[:是为 ]{0,2})\d{2,5}(?![\d-])/gu],
  // Some of the digits only, of a card, a telephone or a paper of somebody.
  [
    'identity',
    /(?<=(?:身份证|手机|电话|号码|卡|[工农中建交招浦]行|银行|证件|汇到|尾数?)[^;。；]{0,16}?(?:尾号|尾数|中间|开头|(?:最?[后末前]|开头|中间|头)面?[二三四五六七八几\d]?[位个面](?:数字?)?|号段)[^\d\p{Script=Han}]{0,2}[是为]?[^\d\p{Script=Han}]{0,2})\d{3,8}[Xx]?(?![A-Za-z\d])/gu,
  ],
  [
    'identity',
    /(?<=尾号[^\d\p{Script=Han}]{0,2}[是为]?[^\d\p{Script=Han}]{0,2})\d{4}(?!\d)(?=[^年]{0,4}(?:卡|手机|号|账户))/gu,
  ],
  // One's own day of birth without the word: 我88年6月15号生的.
  ['birthday', new RegExp(`(?<!${numeral})${year}${monthAndDay}(?=生(?![产效成物命态活动意育存]))`, 'gu')],
  [
    'birthday',
    /(?<=(?:date of birth|birthday|born(?: on)?|(?<![a-z])dob)[^\d\p{L}]{0,4}(?:is )?)(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?,? \d{4})/giu,
  ],
  [
    'birthday',
    new RegExp(
      `(?<=(?:生日|诞辰|出生(?:日期|年月日?|于|在)?|生于|生在|date of birth|birthday|(?<![a-z])dob)[^\\d\\p{Script=Han}]{0,4}(?:[是为]|is )?[^\\d\\p{Script=Han}]{0,2}${calendar}[^\\d\\p{Script=Han}]{0,1})(?:\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d{2}|(?:${year})?${monthAndDay}(?!${numeral})|(?:19|20)\\d{6}(?!\\d))`,
      'giu',
    ),
  ],
  [
    'birthday',
    new RegExp(
      `(?<=(?:出生|生日|年龄|岁)[^\\0\\n]{0,30}[是为])${year}${monthAndDay}(?=的?(?:$|[^\\p{Script=Han}]))`,
      'gu',
    ),
  ],
  ['birthday', /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?= ?(?:出生|生日|生人))/gu],
  [
    'birthday',
    /(?<=出生(?:年月|日期)[^\d\p{Script=Han}]{0,3}[是为]?[^\d\p{Script=Han}]{0,2})(?:19|20)\d{2} ?[-./年] ?(?:1[0-2]|0?[1-9])月?(?!\d)/gu,
  ],
  ['birthday', new RegExp(`(?<!${numeral})${year}${monthAndDay}(?= ?(?:出生|生日|的?生人))`, 'gu')],
]

/** Latin letters and many digits in a plate; a model of something has fewer. */
const isPlate = (text: string): boolean => /\d/u.test(text)

const context = (text: string, at: number): string => text.slice(Math.max(0, at - 4), at)

/** Finds number plates, passports and other papers of a person. @param text The digits of a folded view. */
export function findPapers(text: string): Finding[] {
  return patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)]
      .filter(({ 0: whole, index }) => kind !== 'plate' || isPlate(whole) || /车\S{0,3}$/u.test(context(text, index)))
      .map(({ 0: whole, index }) => ({
        kind,
        start: index,
        end: index + whole.length,
        key: whole.replace(/[\s.·-]/gu, '').toUpperCase(),
      })),
  )
}
