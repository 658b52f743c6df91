import type { Finding } from './finding.ts'

const local = String.raw`[A-Za-z\d_][\w.%+-]{0,63}`
const dot = String.raw`(?: ?[.。] ?|点| ?[(\[{<](?:dot|点)[)\]}>] ?| dot )`
const label = String.raw`[A-Za-z\d][A-Za-z\d-]{0,62}`
const domain = String.raw`${label}(?:${dot}${label}){0,4}${dot}[A-Za-z]{2,12}`
const providers = String.raw`(?:qq|163|126|139|189|gmail|sina|sohu|foxmail|outlook|hotmail|live|yeah|aliyun|icloud|yahoo|vip|tom)`

const strongAt = String.raw` ?(?:[@﹫]|[(\[{<]at[)\]}>]|[(\[]@[)\]]) ?`
const mails = [
  new RegExp(`${local}${strongAt}${domain}(?![A-Za-z\\d])`, 'giu'),
  // A word for the sign says less, and a provider or a name with more than letters has to say the rest.
  new RegExp(`${local}(?: ?(?:艾特|圈a) ?| ?# ?| at )${providers}${dot}[A-Za-z]{2,6}(?:${dot}[A-Za-z]{2,3})?`, 'giu'),
  new RegExp(String.raw`[A-Za-z\d]{1,30}[._\d-][\w.-]{0,30}(?:艾特| at )${domain}(?![A-Za-z\d])`, 'giu'),
  // Both signs as words, which nothing else is written with.
  new RegExp(String.raw`${label}(?: dot ${label}){0,3} at ${label}(?: dot ${label}){0,3} dot [A-Za-z]{2,12}\b`, 'giu'),
  new RegExp(
    String.raw`(?<=邮箱|邮件|e?-?mail)[^\w\p{Script=Han}]{0,3}是?[^\w\p{Script=Han}]{0,3}${local}(?:艾特|#| at )${domain}(?![A-Za-z\d])`,
    'giu',
  ),
]

const wechatWords = String.raw`(?:微信|[薇威维]信|v信|加个?微|wechat|weixin|(?<![A-Za-z])(?:vx|wx)(?![A-Za-z])|(?<![A-Za-z])(?:加|我)?v(?=[ :])|\+v)`
const otherWords = String.raw`(?:抖音|钉钉|支付宝|小红书|微博|快手|b站|领英|飞书|企业微信|telegram|whatsapp|skype|alipay|instagram|twitter|(?<![A-Za-z])(?:tg|ins|line)(?![A-Za-z]))`
const link =
  String.raw`(?:同?号码?|id|名片|账号|帐号)?[ ]{0,2}(?:[是为:=]|搜索?|加|叫|就是)?[ :(\[{"'“「` +
  '`' +
  String.raw`]{0,3}`
const ownName = String.raw`[A-Za-z][A-Za-z\d_-]{5,19}`

const wechat = new RegExp(`(?<words>${wechatWords}${link})(?<own>${ownName})(?![A-Za-z\\d_-])`, 'giu')
const other = new RegExp(
  `(?<words>${otherWords}${link})@?(?<own>[A-Za-z\\d][A-Za-z\\d_-]{4,19})(?![A-Za-z\\d_-])`,
  'giu',
)

/** Says that a name follows, not a word: 微信号：zhangsan, but not wechat account. */
const announces = /(?:号码?|名片|账号|帐号)|[是为:=搜加叫([{"'“「`] {0,2}$/u
/** Words that come after the name of a service and are nobody's name in it. */
const plainWord =
  /^(?:official|account|public|mini|program|group|number|official-account|please|version|wechat|weixin)$/iu

/** Finds mail addresses, also those whose signs are written as words, and names in messengers. @param text A folded text. */
export function findAccounts(text: string): Finding[] {
  const found: Finding[] = []
  let rest = text
  for (const pattern of mails) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const own = /[\w.%+-]+.*$/su.exec(whole)![0]
      const start = (more.at(-2) as number) + whole.length - own.length
      found.push({ kind: 'mail', start, end: start + own.length, key: mailKey(own) })
      return '\0'.repeat(whole.length)
    })
  }
  for (const [kind, pattern] of [
    ['wechat', wechat],
    ['account', other],
  ] as const) {
    for (const { groups, index } of rest.matchAll(pattern)) {
      const { words = '', own = '' } = groups ?? {}
      const isNamed = /[\d_-]/u.test(own) || announces.test(words)
      if (!isNamed || plainWord.test(own) || /公众号|小程序/u.test(text.slice(Math.max(0, index - 6), index))) continue
      const start = text.indexOf(own, index + words.length)
      found.push({ kind, start, end: start + own.length, key: own.toLowerCase() })
    }
  }
  return found
}

const mailKey = (mail: string): string =>
  mail
    .toLowerCase()
    .replace(/艾特|圈a|#|[(\[{<](?:at|@)[)\]}>]|(?<= )at(?= )/u, '@')
    .replace(/点|。|[(\[{<]dot[)\]}>]|(?<= )dot(?= )/gu, '.')
    .replace(/\s/gu, '')
