const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋'
const plain = '0123456789+-'

/** A raised or lowered number in its own characters: 10⁵, m², H₂O; text that has none (a note's mark, a word) as it is. */
export function raisedDigits(text: string, place: 'sup' | 'sub'): string {
  const digits = text
    .trim()
    .replace(/[－−–]/gu, '-')
    .replace(/＋/gu, '+')
  if (!/^[+-]?\d{1,3}$|^[+-]$/u.test(digits)) return text
  const shapes = [...(place === 'sup' ? raised : lowered)]
  return [...digits].map((digit) => shapes[plain.indexOf(digit)] ?? digit).join('')
}
