/** One figure of the benchmark: printed as a line of JSON. `unit` '' for shares of 1. */
export type Figure = { name: string; value: number; unit: string }

export const printFigure = ({ name, value, unit }: Figure): void =>
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(5)), unit }))
