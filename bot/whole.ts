/** All of the assistant, to be read in at once while something else is under way. */
export { buildApp } from './app.ts'
export { openAssistant } from './assistant.ts'
export { createMetrics } from './metrics.ts'
