/** Words that turn what follows them into its opposite; those that only bound a figure are none. */
const negation =
  /不(?:予|得|能|可|用|必|需|须|要|再|是|应|许|会|允许)|不(?!少于|低于|小于|超过|多于|高于|大于|足|到|断|仅|但|同|限于)|未(?!满|来)|无(?:需|须|法)|无(?!锡)|没有?|非(?!常)|免|禁止|严禁|取消|停止|暂停|除外/gu

const reach = 2

/** Where a text denies something, and the characters that it denies. */
function denials(text: string): { word: string; denied: string; at: number }[] {
  return [...text.matchAll(negation)].map(({ 0: word, index }) => ({
    word,
    denied: text.slice(index + word.length, index + word.length + reach),
    at: index,
  }))
}

/**
 * Whether a text denies what its source denies and nothing else: no denial of its own, none of the source's left out.
 *
 * @param text Part of a sentence, see `plainText`; so is `source`.
 */
export function agrees(text: string, source: string): boolean {
  const added = denials(text).some(({ word, denied }) => !source.includes(`${word}${denied}`))
  return !added && !denials(source).some(({ word, denied }) => isAffirmed(text, source, word, denied))
}

/** Whether a text says plainly what its source only denies. */
function isAffirmed(text: string, source: string, word: string, denied: string): boolean {
  if (denied.length < reach || !text.includes(denied)) return false
  const isPlain = (whole: string) => whole.replaceAll(`${word}${denied}`, '').includes(denied)
  return isPlain(text) && !isPlain(source)
}
