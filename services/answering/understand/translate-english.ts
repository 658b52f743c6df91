import english from '../../../knowledge/lexicon/english.json' with { type: 'json' }

const phrases = Object.entries(english).sort(([a], [b]) => b.length - a.length)
const known = new Map(phrases)
const pattern = new RegExp(
  `\\b(?:${phrases.map(([phrase]) => phrase.replace(/[-/]/gu, '[- ]')).join('|')})s?\\b`,
  'giu',
)

/** Whether a text is written in English: at least three Latin words and no more than a few Chinese characters. */
export function isEnglish(text: string): boolean {
  const words = text.match(/[a-z']{2,}/giu) ?? []
  return (
    words.length >= 2 &&
    (text.match(/\p{Script=Han}/gu) ?? []).length <= 4 &&
    words.some((word) => englishWords.has(word.toLowerCase()))
  )
}

const grammar = new Set(
  'the is are was were what which who whom whose when where why how much many does did can could will would should for and any has have had its there our not thanks thank hello please say tell give shanghai from with that this these those into per each under about need needs needed required require apply applicant applicants programme program notice call center centre year end look like set out will been being than then they them their your you also must may get got one two detail details explain more further elaborate again repeat'.split(
    ' ',
  ),
)

const englishWords = new Set(
  'the is are was were what which who whom whose when where why how much many does do did can could will would should for of to in on and or any has have it its be there we our i my not thanks thank hello hi please say ignore tell give list minimum number'
    .split(' ')
    .concat(phrases.flatMap(([phrase]) => phrase.split(/[- ]/u))),
)

/** Can a tertiary hospital apply: of a subject that is not the person's own, and not how or when. */
const whetherToApply =
  /(?<!\b(?:how|where|when|why|what)\s)\b(?:can|could|may)\s+(?!we\b|our\b|my\b|i\b|you\b|they\b|it\b|us\b)((?:[\w’'-]+\s+){1,5}?)(?:still\s+)?apply\b/giu

/** How do we apply, how to apply: one phrase, whoever applies. */
const howToApply =
  /\bhow\s+(?:to|(?:do|does|did|can|could|shall|should|must|may|would)\s+(?:[\w’'-]+\s+){1,4}?)(?:still\s+)?apply\b/giu

/** The domain words of an English question in Chinese, with its numbers; '' where it has none. */
export function translateEnglish(text: string): string {
  const found: string[] = []
  const rest = text
    .replace(howToApply, 'how to apply')
    .replace(whetherToApply, '$1can apply')
    .replace(pattern, (phrase) => {
      found.push(
        known.get(phrase.toLowerCase()) ??
          known.get(phrase.toLowerCase().replace(/s$/u, '')) ??
          known.get(phrase.toLowerCase().replace(' ', '-')) ??
          '',
      )
      return ' '
    })
  const kept = (rest.match(/(?:19|20)\d\d|[a-zA-Z]{3,}\d*|\d+/gu) ?? []).filter(
    (word) => !grammar.has(word.toLowerCase()),
  )
  return [...kept.map((word) => (/^20\d\d$/u.test(word) ? `${word}年` : word)), ...found].join(' ')
}
