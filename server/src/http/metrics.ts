import { Gauge, Histogram, Registry } from 'prom-client'

/** From a fast SSD to a disk that people notice. */
const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

interface RoomStats {
  rooms: number
  connections: number
  suspended: number
}

/** What an operator watches, in the form of Prometheus. Numbers only: no board, no name, no address. */
export interface Metrics {
  noteCommit(seconds: number, outcome: 'stored' | 'failed'): void
  contentType: string
  text(): Promise<string>
}

export function createMetrics(stats: () => RoomStats): Metrics {
  // Of its own, so that two servers in one process do not count together.
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number): void => {
    void new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  }
  gauge('remedyboard_rooms', 'Boards that are open in memory', () => stats().rooms)
  gauge('remedyboard_connections', 'Sockets of people on boards', () => stats().connections)
  gauge('remedyboard_rooms_suspended', 'Open boards that cannot be stored now', () => stats().suspended)
  gauge('process_resident_memory_bytes', 'Memory of the server process', () => process.memoryUsage.rss())
  gauge('process_start_time_seconds', 'Start of the server process, in seconds since the epoch', () =>
    Math.round(performance.timeOrigin / 1000),
  )
  gauge('process_cpu_seconds', 'Processor time that the server has used', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000_000
  })
  const commits = new Histogram({
    name: 'remedyboard_commit_seconds',
    help: 'Time from handing a change to the store until it was durable, or failed',
    labelNames: ['outcome'],
    buckets: COMMIT_SECONDS,
    registers,
  })
  return {
    noteCommit: (seconds, outcome) => commits.observe({ outcome }, seconds),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
