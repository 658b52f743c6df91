/** A syllable without tone as it is often typed: nasal endings and retroflex initials are one, ü is v. */
export const plainSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/([ei])ng$/u, '$1n')
    .replace('ü', 'v')
    .replace(/^([ln])ve$/u, '$1ue')
