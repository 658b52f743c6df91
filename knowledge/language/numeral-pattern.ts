import numerals from '../lexicon/numerals.json' with { type: 'json' }

const digit = `[${Object.keys(numerals.digits).join('')}]`
const place = `[${Object.keys(numerals.places).join('')}]`
const han = `[${[...Object.keys(numerals.digits), ...Object.keys(numerals.places), ...Object.keys(numerals.contractions)].join('')}万萬亿億]`
const scale = String.raw`(?:[十百千][万亿]?|[万亿]|[wW](?![A-Za-z]))`

/** 100, 1,200.5, 5百万, 1.2亿3000万: text as condensed. */
export const arabicNumeral = String.raw`(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:${scale}(?:\d+(?:\.\d+)?${scale})*\d*)?`
/** 一百二十, 十五, 九十五点五, 一点二亿. */
export const hanNumeral = `(?:${digit}|[十拾廿卅])${han}*(?:点${digit}+[千万亿]?)?`
/** Any whole or decimal number. */
export const numeral = `(?:${arabicNumeral}|${hanNumeral})`
/** A sign that a Chinese numeral is made of. */
export const hanSign = han

const tenths = String.raw`(?:[一二两三四五六七八九十]|(?<!\d|\.)\d{1,2})成[一二三四五六七八九]?(?![立功员为果就交都本分长熟绩品年套])`

/**
 * Whatever a figure may begin with. Groups: `share` 百分之五, 三分之一, 一半, 八成; `half` 半年; `loose` 几十, 十几; `pair` 两三, 五六百;
 * `plain` any other number; `more` 多, 余, 来 behind it; `size` 万 behind that.
 */
export const figureNumeral = [
  String.raw`(?<share>[百千万]分之(?:${numeral}|百)|百分百|(?:\d+|${hanNumeral})分之(?:\d+|${hanNumeral})|一半(?![天年月日])|半数|${tenths})`,
  `(?<half>半(?=个?(?:年|月|天|日|小时|学期|学年)))`,
  `(?<loose>[几数]${place}[万亿]?|${digit}?十几[万亿]?)`,
  `(?<pair>(?:一两|一二|两三|二三|三两|三四|三五|四五|五六|六七|七八|八九)(?![〇零一二三四五六七八九点])(?:${place}?[万亿]?))`,
  `(?<plain>${numeral})(?:(?<more>[多余来几])(?<size>[万亿])?)?`,
].join('|')
