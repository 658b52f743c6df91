const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
const numbers: Record<string, string> = {
  ...Object.fromEntries(small.split(' ').map((word, at) => [word, String(at + 1)])),
  ...{ thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90' },
  ...{ zero: '0', none: '0', nothing: '0', half: '50%', 'a dozen': '12' },
}

/** English words around a figure, and the Chinese ones of the same meaning, longest first. */
const phrases: [RegExp, string][] = [
  [/\b(?:somewhere )?between (.+?) and (?=[\d.]|\w)/gu, '$1到'],
  [/(?<=\d)\s*(?:to|-|–)\s*(?=\d)/gu, '到'],
  [/\b(?:a|one) hundred(?: and)?\b/gu, '100'],
  [/\b(?:a|one) thousand\b/gu, '1000'],
  [/\b(?:a|one) million\b/gu, '100万'],
  [/\b(?:about|around|roughly|approximately|approx\.?|some|circa|maybe|perhaps)\b/gu, '大概'],
  [/\b(?:at least|no fewer than|no less than)\b/gu, '至少'],
  [/\b(?:more than|over|above|in excess of)\b/gu, '超过'],
  [/\b(?:less than|fewer than|under|below|not quite)\b/gu, '不到'],
  [/\b(?:nearly|almost|close to)\b/gu, '将近'],
  [/\b(?:at most|no more than|up to)\b/gu, '最多'],
  [/\bper ?cent\b/gu, '%'],
  [/\b(?:10,?000|ten thousand) (?:yuan|rmb|cny)\b/gu, '万元'],
  [/\b(?:yuan|rmb|cny|renminbi)\b/gu, '元'],
]

const millions = (text: string): string =>
  text
    .replace(
      /(\d+(?:\.\d+)?)\s*(?:million|mn|m)\b/gu,
      (_, figure: string) => `${Number((Number(figure) * 100).toFixed(6))}万`,
    )
    .replace(
      /(\d+(?:\.\d+)?)\s*(?:billion|bn)\b/gu,
      (_, figure: string) => `${Number((Number(figure) * 10).toFixed(6))}亿`,
    )
    .replace(/(\d+)\s*thousand\b/gu, '$1000')

/**
 * A figure said in English in the words that `readFigure` takes: about 150 patents → 大概150, 6 million yuan → 600万元.
 * Nothing but a figure may be left: other words make it no answer.
 *
 * @param ofFact The fact's own English words, which may stand beside the figure.
 */
export function figureFromEnglish(typed: string, ofFact: string): string | undefined {
  let text = typed
    .trim()
    .toLowerCase()
    .replace(/[!.?]+$/u, '')
  for (const [word, digits] of Object.entries(numbers)) text = text.replace(new RegExp(`\\b${word}\\b`, 'gu'), digits)
  for (const [pattern, chinese] of phrases) text = text.replace(pattern, chinese)
  text = millions(text).replace(/(\d+)\s*hundred\b/gu, '$100')
  const known = new Set(ofFact.toLowerCase().match(/[a-z]+/gu) ?? [])
  const rest = (text.match(/[a-z’']+/gu) ?? []).filter(
    (word) => !idle.has(word) && !known.has(word) && !known.has(`${word}s`),
  )
  return rest.length > 0 ? undefined : text.replace(/[a-z’']+/gu, '').replace(/\s+/gu, '')
}

const idle = new Set(
  "we have had has got there are is it its it’s it's a an the of in total all just only exactly now currently actually sorry well yes oh altogether overall say think i believe guess received since last three years over our own received reached them hospitals hospital patents patent cases case deals deal times transactions institutions so far and".split(
    ' ',
  ),
)
