/** A function to minimise: returns its value at `x` and writes its gradient there. Both arrays have the same length. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

export type Minimum = { x: Float64Array; value: number; iterations: number }

/** Pairs of steps and gradient changes that are kept. Nocedal and Wright recommend 3 to 20. */
const memory = 10
/** Share of the expected decrease that a step must bring (Armijo). */
const sufficientDecrease = 1e-4

/**
 * Minimises a smooth function by L-BFGS with backtracking. Deterministic: the same objective and start give the same
 * result to the last bit.
 *
 * @param start The point to begin at; it is not changed.
 * @param tolerance Stops when no entry of the gradient is larger than this.
 * @see Nocedal, Wright, Numerical Optimization, 2006, algorithms 7.4 and 7.5.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { tolerance = 1e-6, mostIterations = 500 } = {},
): Minimum {
  let x: Float64Array = Float64Array.from(start)
  let gradient: Float64Array = new Float64Array(x.length)
  let value = objective(x, gradient)
  const history: { step: Float64Array; change: Float64Array; curvature: number }[] = []
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    if (gradient.every((entry) => Math.abs(entry) <= tolerance)) return { x, value, iterations: iteration }
    const direction = descentDirection(gradient, history)
    const slope = dot(direction, gradient)
    let length = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    const nextGradient: Float64Array = new Float64Array(x.length)
    let next = plus(x, direction, length)
    let nextValue = objective(next, nextGradient)
    while (!(nextValue <= value + sufficientDecrease * length * slope)) {
      length /= 2
      if (length < 1e-20) return { x, value, iterations: iteration }
      next = plus(x, direction, length)
      nextValue = objective(next, nextGradient)
    }
    const step = minus(next, x)
    const change = minus(nextGradient, gradient)
    const curvature = dot(step, change)
    if (curvature > 1e-12) history.push({ step, change, curvature })
    if (history.length > memory) history.shift()
    x = next
    gradient = nextGradient
    value = nextValue
  }
  return { x, value, iterations: mostIterations }
}

/** The quasi-Newton direction of descent: two loops over the kept pairs. */
function descentDirection(
  gradient: Float64Array,
  history: { step: Float64Array; change: Float64Array; curvature: number }[],
): Float64Array {
  const direction = gradient.map((entry) => -entry)
  const shares: number[] = []
  for (const { step, change, curvature } of history.toReversed()) {
    const share = dot(step, direction) / curvature
    shares.push(share)
    addTo(direction, change, -share)
  }
  const last = history.at(-1)
  if (last) {
    const scale = last.curvature / dot(last.change, last.change)
    for (let at = 0; at < direction.length; at++) direction[at]! *= scale
  }
  for (const { step, change, curvature } of history) {
    addTo(direction, step, shares.pop()! - dot(change, direction) / curvature)
  }
  return direction
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

function addTo(target: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at]! += factor * other[at]!
}

const plus = (x: Float64Array, direction: Float64Array, length: number): Float64Array =>
  x.map((entry, at) => entry + length * direction[at]!)

const minus = (one: Float64Array, other: Float64Array): Float64Array => one.map((entry, at) => entry - other[at]!)
