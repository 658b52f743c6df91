import type { Finding } from '../finding.ts'
import { profiles, services, wechat } from './services.ts'

const gap = String.raw`[^\p{L}\p{N}\0\n。！？!?;；]{0,4}`
const called =
  '(?: ?号码?|同号|uid|id|主页|名片|账号|帐号|账户|帐户|户名|用户名|名称?|昵称|网名|handle|account|username)'
const says = '(?:[也都就还]*是|均为|为|叫做?|搜索?|加|用|改成|换成|at|is)'
const link = `[ ]{0,2}(?<called>${called})?${gap}(?<says>${says})?${gap}`
const own = String.raw`@?(?<own>[A-Za-z_][\w-]{4,29}|[A-Za-z\d_][\w.-]{3,28}[A-Za-z\d_])(?![A-Za-z\d_-])`

/** Says that a name follows, not a word: 微信号：zhangsan, but not wechat account. */
const announces = /[:=@"'“「([{<]/u
/** Words that come after the name of a service and are nobody's name in it. */
const plainWord =
  /^(?:official|accounts?|public|mini|program|groups?|numbers?|official-account|please|version|wechat|weixin|login|qrcode|scan|support|windows|android|iphone|https?|pay(?:ment)?|desktop|enterprise|business)$/iu
/** What is no person's: an official account, a group that anybody may join. */
const ofAnOffice = /公众号|小程序|服务号|订阅号|官方|公众$|[你您]们的?$|办公室的?$/u

const handles: [Finding['kind'], RegExp][] = [
  ['wechat', new RegExp(`(?<service>${wechat})${link}${own}`, 'giu')],
  ['account', new RegExp(`(?<service>${services})${link}${own}`, 'giu')],
]

const others: RegExp[] = [
  // With blanks between the signs: w x _ tongji _ ren.
  new RegExp(
    String.raw`(?<=${wechat}${link.replaceAll(/\?<\w+>/gu, '?:')})(?:[A-Za-z\d]{1,12} ){0,4}[A-Za-z\d]{1,12}(?: ?[_-] ?[A-Za-z\d]{1,12}){1,4}(?![A-Za-z\d])`,
    'giu',
  ),
  // Somewhere behind the name of the service, in letters and digits.
  new RegExp(
    String.raw`(?<=${wechat}(?!公众号|小程序)[^。！？!?;；\n\0]{0,14})(?<![A-Za-z\d_-])(?:[a-z]{2,12}[_-]?\d{2,10}|[a-z\d]{2,12}_[a-z\d_]{2,12})(?![A-Za-z\d_.-])`,
    'gu',
  ),
  // Searched for there: a name in Chinese with letters or digits.
  new RegExp(
    String.raw`(?<=(?:${services}|${wechat})(?:上)?(?:搜索?|关注|加|叫)[ :“"「]{0,2})(?=\p{Script=Han}*[A-Za-z\d_])[\p{Script=Han}\w·-]{3,16}`,
    'giu',
  ),
  new RegExp(`(?<=(?<![A-Za-z\\d-])(?:${profiles.join('|').replaceAll('.', String.raw`\.`)}))@?[\\w%.-]*[\\w-]`, 'giu'),
  // What somebody is called in a service, in Chinese.
  new RegExp(
    String.raw`(?<=(?:${services}|${wechat})(?:上)?@|(?:昵称|网名|微信名|微博名|抖音名|群名片|用户名|花名)(?:是|叫做?|为|[:：])[ :"“「]?)(?!什么|哪|怎|多少|不|否|啥|由|可|必|应|要|能|和|与)[\p{Script=Han}\w·•._~-]{2,16}`,
    'giu',
  ),
]

/** Finds names in messengers and the like, and pages of persons in them. @param text A folded text. */
export function findHandles(text: string): Finding[] {
  const named = handles.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Finding[] => {
      const { service = '', called: word, says: verb, own: name = '' } = match.groups!
      const between = match[0].slice(service.length, match[0].length - name.length)
      const isNamed = /[\d_-]/u.test(name) || word !== undefined || verb !== undefined || announces.test(between)
      if (!isNamed || plainWord.test(name) || /^\d{1,4}$|^\d+\.\d+$/u.test(name)) return []
      if (ofAnOffice.test(text.slice(Math.max(0, match.index - 6), match.index))) return []
      const end = match.index + match[0].length
      return [{ kind, start: end - name.length, end, key: name.toLowerCase() }]
    }),
  )
  const shown = others.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }): Finding => ({
      kind: 'account',
      start: index,
      end: index + name.length,
      key: name.toLowerCase(),
    })),
  )
  return [...named, ...shown]
}
