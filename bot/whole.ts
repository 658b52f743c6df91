/** All of the assistant, to be read in at once while something else is under way. */
export { buildApp } from './app.ts'
export { openAssistant } from './assistant.ts'
export { figuresOf } from './figures-of.ts'
export { createMetrics } from './metrics.ts'
export { serveMetrics } from './metrics-server.ts'
export { startTracing } from './tracing.ts'
