// What a container's health check runs: ends with 0 when the assistant in it says that it is ready. Takes its port.
const url = `http://127.0.0.1:${process.argv[2] || 3000}/readyz`
const ready = await fetch(url, { signal: AbortSignal.timeout(5_500) }).then(
  ({ ok }) => ok,
  () => false,
)
process.exit(ready ? 0 : 1)
