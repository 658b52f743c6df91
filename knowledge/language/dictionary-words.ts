const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text by the dictionary that comes with Node, each with where it begins, in UTF-16 code units; joined they are the text again. */
export const dictionaryWords = (text: string): Iterable<{ segment: string; index: number }> => segmenter.segment(text)
