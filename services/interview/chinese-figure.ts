const digits = '〇一二三四五六七八九'
const formal: Record<string, string> = {
  零: '〇',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
}

/** A numeral below ten thousand, its places in order. */
const below10000 =
  /^(?:(?<thousands>[一二三四五六七八九])千)?〇?(?:(?<hundreds>[一二三四五六七八九])百)?〇?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?〇?(?<ones>[一二三四五六七八九])?$/u

const digitOf = (digit: string | undefined): number => (digit === undefined ? 0 : digits.indexOf(digit))

function readBelow10000(text: string): number {
  const places = below10000.exec(text)?.groups
  if (!places || text === '') return Number.NaN
  const { thousands, hundreds, tens, ten, ones } = places
  const [thousand = 0, hundred = 0, one = 0] = [thousands, hundreds, ones].map(digitOf)
  // 一百二 is 120, 一千五 is 1500: the last figure stands in the next place where no 〇 says otherwise.
  const place = /百[一二三四五六七八九]$/u.test(text) ? 10 : /千[一二三四五六七八九]$/u.test(text) ? 100 : 1
  return thousand * 1000 + hundred * 100 + (ten ? (digitOf(tens) || 1) * 10 : 0) + one * place
}

function readInteger(text: string): number {
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
    // 三万二 is 32000.
    const rest =
      tail === '' ? 0 : /^[一二三四五六七八九]$/u.test(tail) ? (digitOf(tail) * size) / 10 : readInteger(tail)
    return rest < size ? readInteger(head) * size + rest : Number.NaN
  }
  if (new RegExp(`^[${digits}]{2,}$`, 'u').test(text)) return Number([...text].map(digitOf).join(''))
  return text === '〇' ? 0 : readBelow10000(text)
}

/**
 * The value of a Chinese numeral as people write it: 一百二十, 一百二, 一二〇, 五百二十万, 九十五点五, 一点二亿, 壹佰.
 *
 * @returns NaN for what is no well-formed numeral, such as 十百.
 */
export function readChineseFigure(text: string): number {
  const plain = [...text].map((sign) => formal[sign] ?? sign).join('')
  const pointed = new RegExp(`^(.+)点([${digits}]+)([千万亿]?)$`, 'u').exec(plain)
  if (!pointed) return readInteger(plain)
  const [, whole = '', decimals = '', unit = ''] = pointed
  const exponent = { 千: 3, 万: 4, 亿: 8 }[unit] ?? 0
  return Number(`${readInteger(whole)}.${[...decimals].map(digitOf).join('')}e${exponent}`)
}
