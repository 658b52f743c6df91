import { expect, test } from 'vitest'
import { createCircuit } from '../../../services/model/circuit.ts'

const bounds = { failures: 3, pauseMs: 1_000, longestPauseMs: 5_000 }

function circuitAt() {
  let now = 0
  const circuit = createCircuit(bounds, () => now)
  return { circuit, pass: (ms: number) => void (now += ms) }
}

test('opens after failures in a row, lets one through after a pause, and closes when that succeeds', () => {
  const { circuit, pass } = circuitAt()
  for (let at = 0; at < 3; at += 1) {
    expect(circuit.allows()).toBe(true)
    circuit.failed()
  }
  expect(circuit.allows()).toBe(false)
  pass(1_000)
  expect([circuit.allows(), circuit.allows()]).toEqual([true, false])
  circuit.succeeded()
  expect([circuit.allows(), circuit.allows()]).toEqual([true, true])
})

test('a success between failures starts the count anew', () => {
  const { circuit } = circuitAt()
  for (let at = 0; at < 10; at += 1) {
    circuit.failed()
    circuit.failed()
    circuit.succeeded()
  }
  expect(circuit.allows()).toBe(true)
})

test('opens at once for as long as the endpoint asks, but no longer than allowed', () => {
  const { circuit, pass } = circuitAt()
  circuit.failed(60_000)
  expect(circuit.allows()).toBe(false)
  pass(4_999)
  expect(circuit.allows()).toBe(false)
  pass(1)
  expect(circuit.allows()).toBe(true)
})
