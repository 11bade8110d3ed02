import { totalmem } from 'node:os'

/**
 * How the embedded server is told to run. On the command line, not in `postgresql.conf`, so that an
 * upgrade of Sawt also brings its settings; what an operator writes into `postgresql.conf` for other
 * settings is kept.
 */
export function serverArguments(folder: string, socketFolder: string, durable: boolean): string[] {
  const settings = { ...common(socketFolder), ...(durable ? DURABLE : FLEETING) }
  return ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

const common = (socketFolder: string) => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  port: PORT,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, parameters and the details of errors hold what people wrote: none of it goes to a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
})

/** No TCP port: it only names the socket. */
export const PORT = 5432

/** fsync, full_page_writes and synchronous_commit stay on: an acknowledged case is on the disk. */
const DURABLE = {
  shared_buffers: `${Math.min(512, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 32)))}MB`,
  effective_cache_size: `${Math.floor(totalmem() / 2 ** 20 / 2)}MB`,
  random_page_cost: 1.1,
  max_wal_size: '2GB',
  // A week of log files, each day's overwritten a week later.
  logging_collector: 'on',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
}

/** For tests: fast, and worthless after a power cut. */
const FLEETING = {
  shared_buffers: '128MB',
  max_connections: 300,
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '2GB',
}
