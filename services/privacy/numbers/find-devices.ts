import type { Finding } from '../finding.ts'

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)'
/** Networks of a house, which many share; and the machine itself. */
const ofNobody = '(?:10|127|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))\\.'
const fraction = '\\.\\d{3,8}'

const addresses: [Finding['kind'], RegExp][] = [
  // An address on the network of more digits than a version or the number of a paragraph has.
  [
    'device',
    new RegExp(
      `(?<![\\d.A-Za-z]|版本 ?|version )(?!${ofNobody})(?=(?:[.]?\\d){7})${byte}(?:\\.${byte}){3}(?::\\d{1,5})?(?![\\d.]\\d)`,
      'gu',
    ),
  ],
  [
    'device',
    new RegExp(
      `(?<=(?:[我他她你]家?的?|my )(?:电脑|手机|公网|内网)?的? ?ip(?: ?v4)?(?:地址|是|为|address|[ :]){0,3})${byte}(?: ?[.。] ?${byte}){3}(?!\\d)`,
      'giu',
    ),
  ],
  [
    'device',
    /(?<![\da-z:])(?=[\da-f:]*(?:[a-f]|\d{3}|::))(?:[\da-f]{1,4}:){3,7}(?::?[\da-f]{1,4}){1,5}(?![\da-z:])/giu,
  ],
  ['device', /(?<![\da-z])[\da-f]{2}(?<sign>[:\-.])(?:[\da-f]{2}\k<sign>){4}[\da-f]{2}(?![\da-z]|\k<sign>)/giu],
  ['device', /(?<![\da-z])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-z])/giu],
  // A researcher, by ORCID.
  ['account', /(?<![\d-])0000-000\d-\d{4}-\d{3}[\dX](?![\d-])/gu],
  // Where somebody is, in degrees.
  [
    'address',
    new RegExp(
      `(?<![\\d.])(?:(?:[3-5]\\d|[1-9])${fraction}[°NnEe]*[,，、 /]{1,3}(?:东经|[Ee])? ?1[0-3]\\d${fraction}|1[0-3]\\d${fraction}[°NnEe]*[,，、 /]{1,3}(?:北纬|[Nn])? ?[1-5]?\\d${fraction})(?!\\d)`,
      'gu',
    ),
  ],
  [
    'address',
    /(?:东经|北纬|[EN]) ?\d{1,3}(?:[°度] ?\d{1,2}(?:[′'分] ?(?:\d{1,2}(?:\.\d+)?[″"秒]?)?)?|\.\d{3,8}[°度]?)[,，、 ]{0,2}(?:东经|北纬|[EN])? ?\d{1,3}(?:[°度] ?\d{1,2}(?:[′'分] ?(?:\d{1,2}(?:\.\d+)?[″"秒]?)?)?|\.\d{3,8}[°度]?)/gu,
  ],
]

/** Finds what tells a device from all others, and where on the globe somebody is. @param text The digits of a folded view. */
export const findDevices = (text: string): Finding[] =>
  addresses.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: own, index }) => ({
      kind,
      start: index,
      end: index + own.length,
      key: own.toLowerCase(),
    })),
  )
