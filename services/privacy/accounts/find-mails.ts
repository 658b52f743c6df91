import type { Finding } from '../finding.ts'

const local = String.raw`[A-Za-z\d_][\w.%+-]{0,63}(?: ?[〇零一二三四五六七八九幺]{1,10})?`
const label = String.raw`[A-Za-z\d][A-Za-z\d-]{0,62}`
const bracket = String.raw`[(\[{<【〔「]`
const closing = String.raw`[)\]}>】〕」]`
const dot = String.raw`(?: ?[.。] ?| ?点儿? ?| ?${bracket} ?(?:dot|点) ?${closing} ?| dot |[_-]dot[_-])`
/** A comma for the dot, which says little by itself. */
const looseDot = `(?:${dot}| ?[,、] ?| )`
const top = '(?:com|cn|net|org|edu|gov|hk|tw|jp|uk|us|de|io|me|cc|top|vip|info|biz|co|康姆|抗姆)'
const domain = String.raw`${label}(?:${dot}${label}){0,4}${dot}[A-Za-z]{2,12}`
const providers = String.raw`(?:vip[.点])?(?:qq|163|126|139|188|189|gmail|googlemail|sina|sohu|foxmail|outlook|hotmail|live|msn|yeah|aliyun|icloud|yahoo|tom|21cn|proton|protonmail)`

/** Nothing else stands for it. */
const at = String.raw` ?(?:\\?[@﹫]|%40|${bracket} ?(?:at|a|@|艾特|圈) ?${closing}|[_-]at[_-](?=${label}[.点])) ?`
/** Words and signs that stand for it, and often for something else. */
const spokenAt = String.raw`(?: ?(?:艾特|圈[aA]?|小老鼠|爱特|[🐭🐁🌀]) ?| ?[#＃*&] ?| at )`

const mails = [
  new RegExp(`${local}${at}${domain}(?![A-Za-z\\d])`, 'giu'),
  // A word for the sign says less, and a provider has to say the rest.
  new RegExp(`${local}(?:${at}|${spokenAt})${providers}${looseDot}${top}(?:${dot}cn)?(?![A-Za-z\\d])`, 'giu'),
  // Signs that are never written between two words of anything else, and names with more than letters.
  new RegExp(`${local} ?(?:艾特|爱特|圈[aA]|小老鼠|[🐭🐁🌀]) ?${domain}(?![A-Za-z\\d])`, 'giu'),
  new RegExp(String.raw`[A-Za-z\d]{1,30}[._\d-][\w.-]{0,30} at ${domain}(?![A-Za-z\d])`, 'giu'),
  // Both signs as words.
  new RegExp(
    String.raw`(?<![A-Za-z\d._-])[A-Za-z\d]{1,30}(?:(?: dot |[._-])[A-Za-z\d]{1,30}){0,3} at ${label}(?: dot ${label}){0,3} dot [A-Za-z]{2,12}\b`,
    'giu',
  ),
  // It is said that an address follows.
  new RegExp(
    String.raw`(?<=邮箱|邮件|邮址|伊妹儿|e?-?mail)[^\w\p{Script=Han}]{0,3}(?:地址|账号)?(?:是|为|改成|换成|is)?[^\w\p{Script=Han}]{0,3}${local}${spokenAt}${domain}(?![A-Za-z\d])`,
    'giu',
  ),
  // The part before the sign, said by itself: 邮箱前缀 zhangsan.
  /(?<=(?:邮箱|e?-?mail)(?:的?(?:前缀|用户名|名|账号|帐号))[^\w\p{Script=Han}]{0,3}(?:是|为)?[^\w\p{Script=Han}]{0,3})[A-Za-z\d][\w.-]{2,40}/giu,
]

/** Finds mail addresses, also those whose signs are written as words. @param text A folded text. */
export function findMails(text: string): Finding[] {
  const found: Finding[] = []
  let rest = text
  for (const pattern of mails) {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const offset = more.findLast((one) => typeof one === 'number') as number
      const own =
        /(?:(?<=^[^\w]*(?:地址|账号)?(?:是|为|改成|换成|is)?[^\w]*)|^)(?!is )[\w.%+-]+.*$/su.exec(whole)?.[0] ?? whole
      const start = offset + whole.length - own.length
      found.push({ kind: 'mail', start, end: start + own.length, key: keyOf(own) })
      return '\0'.repeat(whole.length)
    })
  }
  return found
}

const keyOf = (mail: string): string =>
  mail
    .toLowerCase()
    .replace(
      /艾特|爱特|圈a?|小老鼠|[🐭🐁🌀#*&]|%40|[(\[{<【〔「] ?(?:at|a|@|艾特|圈) ?[)\]}>】〕」]|(?<= )at(?= )|[_-]at[_-]/u,
      '@',
    )
    .replace(/点儿?|。|[(\[{<【〔「] ?(?:dot|点) ?[)\]}>】〕」]|(?<= )dot(?= )|[_-]dot[_-]/gu, '.')
    .replace(/\s/gu, '')
