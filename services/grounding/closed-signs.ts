/** Marks that a model may write without their standing in a clause; they are read past, and none of them is shown. */
const marks = new Set(
  ' \t\r\n\u3000，,。.；;：:、！!？?“”‘’"\'（）()〔〕［］[]【】《》〈〉「」『』—-·/％%０１２３４５６７８９．',
)

/**
 * Whether a sentence is written in letters, digits and common marks alone, or in signs that its clauses hold as well.
 * Look-alikes, enclosed digits, combining, invisible and direction characters are none of them: whoever writes those
 * means to be read as something else than what is compared.
 */
export function isPlainlyWritten(sentence: string, sources: readonly string[]): boolean {
  for (const sign of sentence)
    if (!isPlain(sign) && !marks.has(sign) && !sources.some((source) => source.includes(sign))) return false
  return true
}

/** A letter or digit in the one shape that it is ordinarily written in. */
const isPlain = (sign: string): boolean => /[\p{L}\d]/u.test(sign) && sign.normalize('NFKC') === sign
