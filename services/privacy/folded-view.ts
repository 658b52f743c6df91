/**
 * A text as it is read for what identifies a person: widths, circled and other digits folded to plain ones, what can't be seen
 * left out. Each UTF-16 code unit of it knows the stretch of the text given that it stands for.
 */
export type View = {
  /** Signs folded, Chinese numerals as they are. */
  text: string
  /** The same, as long as it, with Chinese numerals that are read out digit by digit as digits. */
  digits: string
  /** Offsets in the text given of what each code unit stands for, in its UTF-16 code units; `to` exclusive. */
  from: number[]
  to: number[]
}

/** Seen by nobody: formats, fillers, and what is put on top of the sign before it. */
const unseen = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]$/u
const onTop = /^[\p{Mn}\p{Me}]$/u
const decimal = /^\p{Nd}$/u
const dash = /^[\p{Pd}\u2212\u30fb\uff5e\u301c\u223c]$/u

/** Digits in circles that have no plain equivalent of their own: where a row of one to nine begins. */
const circledOnes = [0x2776, 0x2780, 0x278a, 0x24f5]
/** Letters of other scripts that look like Latin ones. */
const looks = 'аеорсухіјѕοανАВЕКМНОРСТХΑΒΕΗΙΚΜΝΟΡΤΧΖ'
const latin = 'aeopcyxijsoavABEKMHOPCTXABEHIKMNOPTXZ'

/** The value of a decimal digit of any script: they stand in rows of ten. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && decimal.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

function foldSign(sign: string): string {
  if (sign >= '\u3400' && sign <= '\u9fff') return sign
  if (sign < '\u0080') return /\s/u.test(sign) && sign !== '\n' ? ' ' : sign
  const plain = sign.normalize('NFKC')
  if (/^\(?\d{1,2}[.)]?$/u.test(plain)) return plain.replace(/\D/gu, '')
  if (decimal.test(sign)) return digitOf(sign)
  if (/^\s$/u.test(sign)) return ' '
  if (dash.test(sign)) return '-'
  if (sign === '…') return '.'
  const code = sign.codePointAt(0)!
  if (code === 0x24ff) return '0'
  const circled = circledOnes.find((one) => code >= one && code < one + 9)
  if (circled !== undefined) return String(code - circled + 1)
  const like = looks.indexOf(sign)
  return like >= 0 ? latin[like]! : [...plain].length === 1 ? plain : sign
}

const chinese = '〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两洞拐勾'
const worth = '00012345678911234567892079'
/** Those that are words as well: only long numbers hold them. */
const spokenOnly = /[两洞拐勾]/u
const fewestSpoken = 7
const read = `[${chinese}\\d]`
/** Numerals that are read out: 一三八 1234 五六七八. */
const readOut = new RegExp(`${read}(?:[ \\-.·,_、~]{0,3}${read})+`, 'gu')
/** What makes a numeral of a count. */
const counting = /[十百千万亿拾佰仟]/u
/** What is no part of a number that is one without it: 13812345678一直 goes on with a word. */
const edges = {
  any: [new RegExp(`^[${chinese}]*`, 'u'), new RegExp(`[${chinese}]*$`, 'u')],
  one: [new RegExp(`^(?:[${chinese}](?![${chinese}]))?`, 'u'), new RegExp(`(?:(?<![${chinese}])[${chinese}])?$`, 'u')],
  none: [/^/u, /$/u],
} as const
/** So many digits are a number by themselves. */
const wholeNumber = 10
/** Fewer digits than these are no number of anybody. */
const fewest = 5

function withDigits(text: string): string {
  return text.replace(readOut, (run: string, at: number) => {
    const count = run.match(new RegExp(read, 'gu'))!.length
    const isCount = counting.test(text[at - 1] ?? '') || counting.test(text[at + run.length] ?? '')
    if (count < (spokenOnly.test(run) ? fewestSpoken : fewest) || isCount) return run
    const [before, behind] =
      edges[run.replace(/\D/gu, '').length >= wholeNumber ? 'any' : /\d{7}/u.test(run) ? 'one' : 'none']
    const lead = before.exec(run)![0]
    const tail = behind.exec(run.slice(lead.length))![0]
    const own = run.slice(lead.length, run.length - tail.length)
    return lead + own.replace(new RegExp(`[${chinese}]`, 'gu'), (sign) => worth[chinese.indexOf(sign)]!) + tail
  })
}

/** Letters that stand for digits in a number which is nearly one, in groups or not: 138O0l38OOO. */
const withLetters = (text: string): string =>
  text.replace(/(?<![A-Za-z\d])[\dlIoO](?:[ -]?[\dlIoO]){10,21}(?![A-Za-z\d])/gu, (run) =>
    run.replace(/\D/gu, '').length * 10 < run.replace(/[ -]/gu, '').length * 4
      ? run
      : run.replace(/[lI]/gu, '1').replace(/[oO]/gu, '0'),
  )

/** A dot that is read out between groups: 1739点2064. A time of day has two digits at most. */
const withDots = (text: string): string => text.replace(/(?<=\d{3})点(?=\d{3})/gu, '.')

/** Words said between the groups of one number: 186，中间0217，后四位4459; each becomes dashes. */
const between =
  /(?<=\d[ ,]{0,2})(?:中间(?:[四4几]位)?|然后|接着|后面|再[接加]?|跟着|加上?|最?[后末][一二三四五六七八]位|尾号|空格?|横?杠|横线|减号|逗号|斜杠)是?[ :,]{0,2}(?=\d)/gu
/** A year said within an identity number: 310104 1988年0615. */
const yearWithin = /(?<=\d{6} ?(?:19|20)\d{2})年(?=\d{4})/gu
const withoutWords = (text: string): string =>
  text.replace(between, (words) => '-'.repeat(words.length)).replace(yearWithin, '-')

/** Folds a text; in time linear to its length. */
export function foldedView(text: string): View {
  const signs: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const sign of text) {
    const end = at + sign.length
    if (sign < '\u007f' || !unseen.test(sign)) {
      const folded = foldSign(sign)
      signs.push(folded)
      for (let unit = 0; unit < folded.length; unit++) {
        from.push(at)
        to.push(end)
      }
    } else if (onTop.test(sign) && to.length > 0 && to.at(-1) === at) to[to.length - 1] = end
    at = end
  }
  const folded = signs.join('')
  return { text: folded, digits: withoutWords(withDots(withLetters(withDigits(folded)))), from, to }
}
