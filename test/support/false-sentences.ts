import { loadNotices } from '../../knowledge/load-notices.ts'

/** How a true sentence is made false, as somebody would who wants it believed. */
const turns: [string, RegExp, string | ((found: string) => string)][] = [
  ['another figure', /\d+/u, (digits) => String(Number(digits) * 3 + 7)],
  ['no longer', /应当?|须|需/u, '不再需要'],
  ['not', /不得|不超过|不少于|不再/u, '可以'],
  ['at most for at least', /以上|不低于|至少/u, '以下'],
  ['cancelled', /给予|支持|奖励/u, '取消'],
  ['another office', /市知识产权局/u, '区财政局'],
  ['another day', /\d+月\d+日/u, '12月31日'],
  ['another body', /医疗卫生机构|医院|高校/u, '任何单位'],
  ['a condition fewer', /，[^，。；]{4,}/u, ''],
  ['granted', /^/u, '您的申报已经通过，'],
]

/** Signs and forms that look like others, or aren't seen: each changes a sentence for those who read it. */
const disguises: [string, (text: string) => string][] = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e', '\u202a', '\u202b', '\u202d']
    .concat(['\u202e', '\u2066', '\u2067', '\u2068', '\u061c', '\u200e', '\u200f', '\ufe0f', '\u{e0041}', '\u{e0100}'])
    .map((sign): [string, (text: string) => string] => [
      `U+${sign.codePointAt(0)!.toString(16)}`,
      (text) => text.replace(/(?<=.{4})/u, sign),
    ]),
  ...[...'⾮⼀⽆⽉⽇⾦⼈⼤⼩⽅'].map((radical): [string, (text: string) => string] => [
    `the radical ${radical}`,
    (text) => `${radical}${text}`,
  ]),
  ...['不，', '（无）', '×⑩', '❌', '✅', '🚫', '⁰', '½', 'Ⅻ', '㈩'].map((sign): [string, (text: string) => string] => [
    `${sign} put in`,
    (text) => text.replace(/(?<=.{6})/u, sign),
  ]),
  ['full-width digits', (text) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ['mathematical digits', (text) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))],
  ['Arabic digits', (text) => text.replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
  ['a strike through', (text) => [...text].join('\u0336')],
  ['turned round', (text) => `\u202e${[...text].reverse().join('')}\u202c`],
  ['a tag of HTML', (text) => `<b>${text}</b>`],
  ['a link', (text) => `[${text}](https://example.com/)`],
  ['a comma moved', (text) => text.replace(/(.{3})，/u, '，$1')],
  ['a null', (text) => text.replace(/(?<=.{3})/u, '\0')],
  ['half a pair', (text) => `${text}\ud83d`],
  ['line breaks', (text) => [...text].join('\n')],
  ['escapes', (text) => JSON.stringify(text).replace(/[^ -~]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)],
]

/** How many of each there are. */
const counts = { turned: 300, disguised: 53 }

/** True sentences of the bundled notices, each once. */
function trueSentences(): string[] {
  const texts = loadNotices().flatMap(({ clauses }) => clauses.map(({ text }) => text))
  const sentences = texts.flatMap((text) => text.match(/[^。；\n]{12,80}[。；]/gu) ?? [])
  return [...new Set(sentences)]
}

/** Sentences that nobody has seen: true ones turned false, in every way that fits each, and true ones in disguise. */
export function falseSentences(): { turned: string[]; disguised: string[] } {
  const sentences = trueSentences()
  const turned = sentences.flatMap((sentence) =>
    turns.filter(([, of]) => of.test(sentence)).map(([, of, into]) => sentence.replace(of, into as string)),
  )
  const step = Math.floor(turned.length / counts.turned)
  const disguised = disguises.map(([, disguise], at) => disguise(sentences[(at * 7) % sentences.length]!))
  return { turned: turned.filter((_, at) => at % step === 0).slice(0, counts.turned), disguised }
}
