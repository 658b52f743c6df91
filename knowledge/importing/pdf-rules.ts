/** A straight line drawn on a page, level or upright, in points: `at` its height or its place from the left. */
export type Rule = { isLevel: boolean; at: number; from: number; to: number }

/** How a page was drawn, as PDF.js has it: for each operator its number and its arguments. */
export type Drawing = { fnArray: number[]; argsArray: unknown[] }
export type Operators = Record<
  'save' | 'restore' | 'transform' | 'constructPath' | 'endPath' | 'fill' | 'eoFill',
  number
>

type Matrix = [number, number, number, number, number, number]
type Point = [number, number]

/** Shorter lines than this are the ends of strokes and parts of letters, in points. */
const shortest = 5
const straightness = 1

/**
 * The lines drawn on a page, outlines of thin boxes included.
 *
 * @param bottom Where the page begins, in the units it is drawn in.
 */
export function readRules({ fnArray, argsArray }: Drawing, operators: Operators, bottom: number): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  const page: Matrix = [1, 0, 0, 1, 0, -bottom]
  let matrix = page
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore) matrix = saved.pop() ?? page
    else if (operator === operators.transform) matrix = multiply(matrix, args as Matrix)
    else if (operator === operators.constructPath)
      rules.push(...paintedRules(args as [number, unknown], matrix, operators))
  }
  return rules
}

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Numbers after each drawing operator of a path: move, line, cubic and quadratic curve, close. */
const operands = [2, 2, 6, 4, 0]

/** The lines of a path that is seen: its outline where it is stroked, its length where it is filled and thin. */
function paintedRules([paint, paths]: [number, unknown], matrix: Matrix, operators: Operators): Rule[] {
  const [path] = (paths ?? []) as (Float32Array | null)[]
  if (!path || paint === operators.endPath) return []
  const rules = pathRules(path, matrix)
  const isFilled = paint === operators.fill || paint === operators.eoFill
  return isFilled && [true, false].every((isLevel) => rules.some((rule) => rule.isLevel === isLevel)) ? [] : rules
}

function pathRules(path: Float32Array, [a, b, c, d, e, f]: Matrix): Rule[] {
  const rules: Rule[] = []
  let [start, point]: Point[] = [
    [0, 0],
    [0, 0],
  ]
  for (let at = 0; at < path.length;) {
    const operator = path[at] ?? 0
    const next = at + 1 + (operands[operator] ?? path.length)
    const [x = 0, y = 0] = path.subarray(next - 2, next)
    const end: Point = operator === 4 ? start! : [a * x + c * y + e, b * x + d * y + f]
    if (operator === 1 || operator === 4) rules.push(...ruleOf(point!, end))
    if (operator === 0) start = end
    point = end
    at = next
  }
  return rules
}

function ruleOf([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  const isLevel = Math.abs(y1 - y2) < straightness
  if (!isLevel && Math.abs(x1 - x2) >= straightness) return []
  const [one, other] = isLevel ? [x1, x2] : [y1, y2]
  const rule = { isLevel, at: isLevel ? y1 : x1, from: Math.min(one, other), to: Math.max(one, other) }
  return rule.to - rule.from < shortest ? [] : [rule]
}
