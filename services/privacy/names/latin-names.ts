import pinyin from '../../../knowledge/lexicon/pinyin.json' with { type: 'json' }
import givenNames from '../../../knowledge/lexicon/given-names-latin.json' with { type: 'json' }
import latinSurnames from '../../../knowledge/lexicon/surnames-latin.json' with { type: 'json' }
import { roles } from './name-cues.ts'

const word = String.raw`[A-Z\u00c0-\u00de][\p{Ll}'’]+(?:-?[A-Z]?\p{Ll}+)?`
const capitals = String.raw`[A-Z]{2,}`
const particle = "(?:van der|van den|van|von|de la|de|del|di|da|bin|al|el|O'|Mc|Mac)"
const whole = `(?:${word}|${capitals})(?: [A-Z]\\.?)?(?:[ -](?:${particle} ?)?(?:${word}|${capitals})){0,3}`
const full = `(?:${word}|${capitals})(?: [A-Z]\\.?)?(?:[ -](?:${particle} ?)?(?:${word}|${capitals})){1,3}`
const notFollowed = String.raw`(?! ?(?:Hospital|University|Institute|Company|Inc|Ltd|Center|Centre|School|College|Street|Road|Rd|Avenue|District|River|Park|Award|Prize|Foundation|Journal|Press|Lab|Group|Physician|Officer|Engineer|Manager|Director)\b)`
/** Either case for the first letter. */
const eitherCase = (one: string): string => `[${one[0]!.toUpperCase()}${one[0]!}]${one.slice(1)}`
const syllable = `(?:${pinyin.syllables
  .toSorted((one, other) => other.length - one.length)
  .map(eitherCase)
  .join('|')})`
/** Places that read like a name. */
const cities =
  'Shanghai|Beijing|Nanjing|Tianjin|Hangzhou|Suzhou|Wuxi|Guangzhou|Shenzhen|Wuhan|Chengdu|Hefei|Jinan|Qingdao|Ningbo|Pudong|Minhang|Jia ?[Dd]ing|Jia ?[Zz]ui|Jia ?[Hh]ui|Fudan|Tongji|Jiao ?[Tt]ong|Ruijin|Renji|Huashan|Zhongshan|Longhua|Shuguang|Huadong'

const surname = `(?:${latinSurnames.join('|')})`
const given = `(?:${givenNames.join('|')})`
/** Of two syllables, which hardly any word of English is made of. */
const twoSyllables = `(?!(?:${cities})(?![a-z]))(?=[A-Z])${syllable}(?:['-]| (?=[A-Z]))?${syllable}(?![A-Za-z])`

/** Names in Latin letters, each behind what leads to it or by being one. */
export const latinNames = [
  new RegExp(
    `(?<=(?:\\b[Mm]y (?:full |legal )?name(?: is|'s|:)|\\b(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Professor|Doctor|Sir|Madam)\\.?|\\b[Ss]igned(?: by)?[,:]?|(?:[Rr]egards|[Ss]incerely|[Tt]hanks|[Cc]heers|[Bb]est|[Bb]est wishes),|\\b[Yy]ours(?: truly| faithfully)?,)[ \\n])${whole}`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:^|[^A-Za-z])(?:[Ii] am|[Ii]'m|[Tt]his is|[Cc]ontact(?: person)?:?|[Aa]sk(?: for)?|[Cc]all(?: me)?|[Tt]ell|[Rr]each|[Cc]c|[Aa]ttn:?|[Ff]rom:?|[Aa]uthor:?|[Ii]nventor:?|[Cc]olleague,?|[Ff]riend,?|[Ww]ife,?|[Hh]usband,?|[Bb]oss,?|[Pp]atient:?|[Ss]tudent:?|[Nn]amed|[Bb]y) )(?:${given} ${word}|${surname}(?: ${word}){1,2}|${word} ${surname})(?![A-Za-z])${notFollowed}`,
    'gu',
  ),
  // In Chinese: 报名的人叫Guo Mingzhe, 第一位是Sven Müller.
  new RegExp(
    `(?<=(?:叫做?|[我他她]是|位[是为]|姓名[是为:]?|名字[是叫:]?|(?:${roles}|外教|外籍专家|专家)(?:[是为叫:]|有|包括)?) ?)(?:${full})(?![A-Za-z])${notFollowed}`,
    'gu',
  ),
  new RegExp(`(?<=(?:叫做?|名字[是叫:]?|英文名(?:字)?[是叫:]?) ?)${given}(?![A-Za-z])`, 'gu'),
  // By being one: a common first name and a word, or a surname of China beside two syllables.
  new RegExp(`(?<![A-Za-z-] ?)${given}(?: [A-Z]\\.?)? (?:${particle} ?)?${word}(?![A-Za-z])${notFollowed}`, 'gu'),
  new RegExp(`(?<![A-Za-z-])(?:${surname}),? ${twoSyllables}${notFollowed}`, 'gu'),
  new RegExp(`(?<![A-Za-z-])${twoSyllables} ${surname}(?![A-Za-z])${notFollowed}`, 'gu'),
  new RegExp(
    `(?<=\\b(?:wo (?:jiao|shi)|ming ?zi (?:shi|jiao)|xing ?ming(?: shi)?) )${surname}(?: [a-z]{1,6}){1,2}\\b`,
    'giu',
  ),
  new RegExp(`(?<=\\bxing )${surname}\\b`, 'giu'),
  /(?<=\b(?:I am|I'm|[Tt]his is) )[A-Z][a-z]+ (?!(?:Hospital|University|Institute|Company|Physician|Officer|Engineer|Manager|Director)\b)[A-Z][a-z]+(?=$|[,.]| from | and )/gu,
  // An entry of a form, in capitals or not: 姓名：KIM MINJUN.
  new RegExp(`(?<=(?:${roles}|姓名|name) ?: ?)[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'.-]*){1,2}(?![A-Za-z])`, 'gu'),
  // Before a telephone or a mail address: Michael Zhang, M: [手机号].
  new RegExp(
    `(?<![A-Za-z] ?)(?:${surname} [A-Z][a-z]+|[A-Z][a-z]+ (?:[A-Z]\\.? )?${surname})(?=[^\\p{Script=Han}]{1,40}\0)`,
    'gu',
  ),
]
