import { foldWidth } from './clean-text.ts'

/** Kangxi radicals, compatibility ideographs and mathematical letters and digits: each stands for one plain character. */
const lookAlikes = /[\u2e80-\u2fdf\uf900-\ufaff\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu

/** What nobody sees: joiners, direction and variation marks, fillers; and private characters, which mean nothing to others. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Co}]/gu

/**
 * A text with one shape for what reads the same, as texts are read and compared: ⾮ is 非, ２０２５ and 𝟐𝟎𝟐𝟓 are 2025, and
 * nothing invisible parts 专 from 利. What is kept and shown stays as it was typed. Length and offsets change.
 */
export const foldShapes = (text: string): string =>
  foldWidth(text.replace(lookAlikes, (sign) => sign.normalize('NFKC')).replace(unseen, ''))
