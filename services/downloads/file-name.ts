/** A name of several parts without the signs that file systems refuse. */
export const fileNameOf = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join('_')
    .replace(/[\\/:*?"“”<>|\s]+/gu, '_')
