/** The gate's scores of questions that it should answer, and of those it should refuse. */
export type Scores = { answered: number[]; refused: number[] }

/** The area under the curve of answers against refusals: the chance that a right answer scores above a question without one. */
export function areaUnderCurve({ answered, refused }: Scores): number {
  const below = (score: number): number =>
    refused.reduce((sum, other) => sum + (other < score ? 1 : other === score ? 0.5 : 0), 0)
  return answered.reduce((sum, score) => sum + below(score), 0) / (answered.length * refused.length)
}

/** The share of right answers above the score below which so great a share (0 … 1) of the others is refused. */
export function answeredAt({ answered, refused }: Scores, share: number): number {
  const sorted = refused.toSorted((a, b) => a - b)
  const least = sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NEGATIVE_INFINITY
  return answered.filter((score) => score > least).length / answered.length
}

/** A share, 0 … 1, as the report prints it. */
export const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`)
