import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot, minimise, type Objective } from '../../../knowledge/learning/minimise.ts'

/** A bowl whose minimum lies at `centre`, with value −1; `steepness` of its axes may differ a thousandfold. */
const bowl =
  (centre: number[], steepness: number[]): Objective =>
  (x, gradient) => {
    let value = -1
    for (const [at, middle] of centre.entries()) {
      const away = x[at]! - middle
      value += (steepness[at]! * away * away) / 2
      gradient[at] = steepness[at]! * away
    }
    return value
  }

/** Rosenbrock's valley, chained over any number of axes: its minimum is 0 where all are 1. */
const valley: Objective = (x, gradient) => {
  gradient.fill(0)
  let value = 0
  for (let at = 0; at + 1 < x.length; at++) {
    const bend = x[at + 1]! - x[at]! ** 2
    value += 100 * bend ** 2 + (1 - x[at]!) ** 2
    gradient[at]! += -400 * x[at]! * bend - 2 * (1 - x[at]!)
    gradient[at + 1]! += 200 * bend
  }
  return value
}

/** Convex, of slopes that never exceed 1 far away: ln(eˣ⁻² + e²⁻ˣ) on each axis, least at 2. */
const gentle: Objective = (x, gradient) =>
  x.reduce((sum, entry, at) => {
    gradient[at] = Math.tanh(entry - 2)
    return sum + Math.abs(entry - 2) + Math.log1p(Math.exp(-2 * Math.abs(entry - 2)))
  }, 0)

const known: [string, Objective, start: number[], minimum: number[], value: number][] = [
  ['a round bowl', bowl([3, -4], [1, 1]), [0, 0], [3, -4], -1],
  ['a bowl of one axis', bowl([0.25], [8]), [-9], [0.25], -1],
  ['a bowl a thousand times as steep one way', bowl([1, 2, 3], [0.1, 1, 100]), [9, 9, 9], [1, 2, 3], -1],
  ['Rosenbrock’s valley from its usual start', valley, [-1.2, 1], [1, 1], 0],
  ['Rosenbrock’s valley of six axes', valley, [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1], 0],
  ['a slope without curvature far away', gentle, [40, -40], [2, 2], 2 * Math.LN2],
]

describe('the minimum is found of', () => {
  test.each(known)('%s', (_, objective, start, minimum, value) => {
    const found = minimise(objective, Float64Array.from(start))
    for (const [at, entry] of minimum.entries()) expect(found.x[at]).toBeCloseTo(entry, 4)
    expect(found.value).toBeCloseTo(value, 8)
    expect(found.iterations).toBeLessThan(200)
  })

  test('any bowl, from anywhere', () => {
    const axis = fc.record({
      centre: fc.double({ min: -50, max: 50, noNaN: true }),
      steepness: fc.double({ min: 0.05, max: 50, noNaN: true }),
      start: fc.double({ min: -50, max: 50, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(axis, { minLength: 1, maxLength: 8 }), (axes) => {
        const [centre, steepness, start] = (['centre', 'steepness', 'start'] as const).map((name) =>
          axes.map((one) => one[name]),
        )
        const found = minimise(bowl(centre!, steepness!), Float64Array.from(start!))
        for (const [at, entry] of centre!.entries()) expect(Math.abs(found.x[at]! - entry)).toBeLessThan(1e-3)
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

test('what comes back is consistent: the value is that at x, and no entry of the gradient there is above the tolerance', () => {
  for (const [name, objective, start] of known)
    for (const tolerance of [1e-2, 1e-6]) {
      const { x, value } = minimise(objective, Float64Array.from(start), { tolerance })
      const gradient = new Float64Array(x.length)
      expect(objective(x, gradient), name).toBe(value)
      expect(Math.max(...gradient.map(Math.abs)), name).toBeLessThanOrEqual(tolerance)
    }
})

test('the same objective and start give the same to the last bit', () => {
  for (const [, objective, start] of known) {
    const [one, other] = [1, 2].map(() => minimise(objective, Float64Array.from(start)))
    expect(other).toEqual(one)
    expect([...other!.x].every((entry, at) => Object.is(entry, one!.x[at]))).toBe(true)
  }
})

test('the start is left as it was, and a start at the minimum is given back', () => {
  const start = Float64Array.of(-1.2, 1)
  minimise(valley, start)
  expect([...start]).toEqual([-1.2, 1])
  expect(minimise(valley, Float64Array.of(1, 1))).toEqual({ x: Float64Array.of(1, 1), value: 0, iterations: 0 })
})

test('each further step lowers the value, and none is taken beyond the number allowed', () => {
  const values = [0, 1, 2, 4, 8, 16].map(
    (mostIterations) => minimise(valley, Float64Array.of(-1.2, 1), { mostIterations }).value,
  )
  expect(values).toEqual([...values].sort((a, b) => b - a))
  expect(new Set(values).size).toBe(values.length)
  expect(minimise(valley, Float64Array.of(-1.2, 1), { mostIterations: 3 }).iterations).toBe(3)
})

test('a step to where the function has no value is taken back', () => {
  const barrier: Objective = (x, gradient) => {
    gradient[0] = 1 - 1e-3 / x[0]!
    return x[0]! > 0 ? x[0]! - 1e-3 * Math.log(x[0]!) : Number.NaN
  }
  expect(minimise(barrier, Float64Array.of(0.5)).x[0]).toBeCloseTo(1e-3, 6)
})

test('a function that falls nowhere ends the search', () => {
  const lying: Objective = (x, gradient) => {
    gradient.fill(-1)
    return Math.abs(x[0]!)
  }
  expect(minimise(lying, Float64Array.of(0)).x[0]).toBe(0)
})

test.each([
  [[], [], 0],
  [[2, 3], [4, -1], 5],
])('the dot product of %j and %j is %d', (one, other, product) => {
  expect(dot(Float64Array.from(one), Float64Array.from(other))).toBe(product)
})
