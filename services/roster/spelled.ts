import { pinyin } from 'pinyin-pro'

/** A name as it sounds: without tones and blanks. */
export type Spelled = {
  /** ruijinyiyuan */
  full: string
  /** rjyy */
  initials: string
  /** Offsets in `full` at which a character begins. */
  starts: ReadonlySet<number>
}

/** Spells a folded text character by character; letters and digits stay as they are. */
export function spell(text: string): Spelled {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase())
  const starts = new Set<number>()
  let full = ''
  for (const syllable of syllables) {
    starts.add(full.length)
    full += syllable
  }
  return { full, initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''), starts }
}

/**
 * How well typed letters spell a name.
 *
 * @returns 2 from its beginning, 1 from a later character on, 0 not at all.
 */
export function spells(letters: string, { full, initials, starts }: Spelled): 0 | 1 | 2 {
  if (full.startsWith(letters) || initials.startsWith(letters)) return 2
  if (letters.length >= 2 && initials.includes(letters)) return 1
  for (let at = full.indexOf(letters, 1); at > 0; at = full.indexOf(letters, at + 1)) if (starts.has(at)) return 1
  return 0
}
