/** The first words of a yes. */
const yes =
  /^(?:yes|yep|yeah|yup|sure|of course|certainly|definitely|correct|right|true|indeed|absolutely|ok|okay)\b|^(?:we (?:do|have|are|did|can)|it (?:is|has)|already)$/u
/** The first words of a no, and denials anywhere. */
const no = /^(?:no|nope|nah|not|none|never|false)\b/u
const denial = /\b(?:no|not|never|none|without|nope)\b|n['’]t\b/u
const wavering =
  /\b(?:maybe|perhaps|partly|partially|almost|nearly|probably|some|think|but|mostly|planning|going to|soon|if)\b/u
const finished =
  /\b(?:done|finished|completed?|registered|all set|set up|ready|in place|own|hold|have|has|got|are|is|do)\b/u
/** Words that add nothing to a claim. */
const idle =
  /^(?:we|our|us|they|it|the|an?|is|are|was|were|has|have|had|got|do|does|did|been|be|yet|still|already|all|fully|completely|just|last|this|year|and|in|on|of|for|with|to|at|by|there|that|one|two|three|some|any|done|finished|complete|completed|set|up|ready|place|own|hold|n['’]?t|not|don['’]t|haven['’]t|hasn['’]t|isn['’]t|aren['’]t|didn['’]t|no|never|none)$/u

/**
 * Reads a yes or no in English: yep, not yet, we are registered.
 *
 * @param ofFact The fact's own English words, which add nothing to a claim.
 */
export function readEnglishClaim(typed: string, ofFact: string): boolean | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[.!,;]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  // A figure is an answer to another question: 「we have 120 patents」.
  if (!/^[a-z]/u.test(text) || /\d/u.test(text) || wavering.test(text)) return undefined
  const isDenied = denial.test(text)
  if (yes.test(text))
    return isDenied ? (ownWords(text, ofFact) && !/^(?:yes|yep|yeah)/u.test(text) ? false : undefined) : true
  if (no.test(text)) return ownWords(text, ofFact) || text.split(' ').length <= 2 ? false : undefined
  if (!ownWords(text, ofFact)) return undefined
  return isDenied ? false : finished.test(text) ? true : undefined
}

const ownWords = (text: string, ofFact: string): boolean => {
  const known = ofFact.toLowerCase().match(/[a-z]{2,}/gu) ?? []
  return (text.match(/[a-z’']{2,}/gu) ?? []).every(
    (word) =>
      idle.test(word) || known.some((one) => one === word || one.replace(/s$/u, '') === word.replace(/s$/u, '')),
  )
}
