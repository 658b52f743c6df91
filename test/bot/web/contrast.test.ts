import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../bot/web/styles/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark')

const tokens = (part: string) =>
  Object.fromEntries([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
const schemes: Record<string, Record<string, string>> = { light: tokens(light), dark: tokens(dark) }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const pairs = [
  ...['ground', 'surface', 'sunken', 'mark'].map((ground) => ['ink', ground, 4.5] as const),
  ...['ground', 'surface', 'sunken'].map((ground) => ['ink-soft', ground, 4.5] as const),
  ...['ground', 'surface', 'accent-soft', 'mark'].map((ground) => ['accent', ground, 4.5] as const),
  ['accent-strong', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-mine', 'mine', 4.5],
  ['good', 'good-soft', 4.5],
  ['bad', 'bad-soft', 4.5],
  ['bad', 'surface', 4.5],
  ['unsure', 'unsure-soft', 4.5],
  ['ink', 'good-soft', 4.5],
  ['ink', 'bad-soft', 4.5],
  ['ink', 'unsure-soft', 4.5],
  ['line-strong', 'surface', 3],
  ['accent', 'sunken', 3],
  ['seal', 'ground', 3],
] as const

for (const [scheme, colours] of Object.entries(schemes)) {
  test.each(pairs)(`in the ${scheme} scheme %s on %s has a contrast of at least %d`, (text, ground, least) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
}
