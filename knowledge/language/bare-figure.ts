/** A figure with its unit, or without: 520万元, 130件, 95%. It is written alike in every language. */
const figure = /^\s*[约~≈]?\s*\d[\d.,，\s]*(?:%|％|[万亿]?元|万|亿|\p{Script=Han})?\s*[。.]?\s*$/u

/** Whether a text is a figure, which says nothing of the language that its writer speaks. */
export const isBareFigure = (text: string): boolean => figure.test(text)
